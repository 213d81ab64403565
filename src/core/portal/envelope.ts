import { finiteNumber, isObject, jsonType, scalarText } from "../base/json";
import { largeText, readingJson, type JsonProblem, type TextFilter } from "../base/jsonReader";
import { clip, decodeBasicEntities } from "../base/visibleText";
import type { RestingWork } from "../base/restingWork";
import { failure, success, type Result } from "../base/result";
import type { PortalError } from "./portalError";

/** What a portal says of its own work on a call; every part may be missing on older portals. */
export interface ServerTime {
  readonly durationS: number | undefined;
  readonly processingS: number | undefined;
  /** Seconds already charged to this method and webhook in the window of ten minutes. */
  readonly operatingS: number | undefined;
  /** Seconds until the first of that is charged no more. */
  readonly operatingLeftS?: number;
  /** ISO 8601 with the portal's offset. */
  readonly finishedAt: string | undefined;
}

export interface Envelope {
  readonly result: unknown;
  readonly time: ServerTime | undefined;
  /** Of lists: where the next page starts, absent on the last one. */
  readonly next: number | undefined;
  /** Of lists: how many there are; -1 when the portal did not count. */
  readonly total: number | undefined;
}

/** Some portals send pages of text as a description; the raw reply keeps the whole. */
const longestDescription = 1_000;

/** A reply without secrets: what is shown of it is made of this. */
export interface ReplyBody {
  readonly text: string;
  readonly json: Result<unknown, JsonProblem>;
}

export function* readingBody(body: string, filter: TextFilter): RestingWork<ReplyBody> {
  // What comes before a large reply is read, and what is made of it, take turns of their own.
  const isLarge = body.length > largeText;
  if (isLarge) yield;
  // A file of the portal's own that begins with a byte order mark puts it before each reply.
  const read = yield* readingJson(body.trimStart(), filter);
  if (isLarge) yield;
  return read.ok
    ? { text: read.value.text, json: success(read.value.value) }
    : { text: filter.redact(body), json: read };
}

/**
 * Takes a reply apart in the order that the portal's quirks demand: JSON or not, then `error`,
 * and the status last, because error objects come with HTTP 200 too and statuses differ between
 * portal versions (REST brief, transport.md sections 3 and 5).
 */
export function readEnvelope(
  { status, body }: { readonly status: number; readonly body: ReplyBody },
  host: string,
): Result<Envelope, PortalError> {
  if (!body.json.ok) {
    const problem = body.json.error;
    return problem === "syntax"
      ? failure({ kind: "notJson", host, status, looksLike: appearance(body.text) })
      : failure({ kind: "malformed", host, status, path: "", found: foundInstead[problem] });
  }
  const json = body.json.value;
  if (!isObject(json)) {
    return failure({ kind: "malformed", host, status, path: "", found: jsonType(json) });
  }
  const refusal = readRefusal(json);
  if (refusal !== undefined) return failure({ kind: "refused", host, status, ...refusal });
  if (!Object.hasOwn(json, "result")) {
    return failure({ kind: "malformed", host, status, path: "result", found: "nothing" });
  }
  return success({
    result: json["result"],
    time: readTime(json["time"]),
    next: finiteNumber(json["next"]),
    total: finiteNumber(json["total"]),
  });
}

const foundInstead = { tooDeep: "nesting without end", tooMany: "values without end" } as const;

export function readRefusal(
  json: Readonly<Record<string, unknown>>,
): { code: string; description: string } | undefined {
  const error = json["error"];
  if (isObject(error)) {
    // REST v3 wraps its errors: {"error":{"code","message"}}.
    return { code: scalarText(error["code"]), description: plainText(error["message"]) };
  }
  const code = scalarText(error);
  const description = plainText(json["error_description"]);
  // Some refusals have an empty code: then the text says all.
  return code === "" && (error !== "" || description === "") ? undefined : { code, description };
}

function plainText(value: unknown): string {
  if (typeof value !== "string") return "";
  // What is cut off would take long to decode; no escape makes a text eight times as long.
  const beginning = value.slice(0, 8 * longestDescription);
  return clip(
    decodeBasicEntities(
      beginning
        .replace(/<(?:br|\/?(?:p|div|li|h\d))(?:\s[^<>]{0,300})?\/?>/gi, "\n")
        .replace(/<\/?(?:a|b|i|u|em|strong|span|font|small|ul|ol)(?:\s[^<>]{0,300})?>/gi, "")
        .replaceAll("&nbsp;", " "),
    ),
    longestDescription,
  ).trim();
}

function appearance(body: string): Extract<PortalError, { kind: "notJson" }>["looksLike"] {
  const start = body.trimStart().slice(0, 200).toLowerCase();
  if (start === "") return "empty";
  if (/^<(!doctype|html|head|body|!--|h\d|center|\?xml[^]*<(!doctype )?html)/.test(start)) {
    return "html";
  }
  return start.length < 200 && /^[^[\]{}<>]+$/.test(start) ? "line" : "text";
}

export function readTime(value: unknown): ServerTime | undefined {
  if (!isObject(value)) return undefined;
  const finish = value["date_finish"];
  const leftS =
    (finiteNumber(value["operating_reset_at"]) ?? NaN) - (finiteNumber(value["finish"]) ?? NaN);
  return {
    durationS: finiteNumber(value["duration"]),
    processingS: finiteNumber(value["processing"]),
    operatingS: finiteNumber(value["operating"]),
    ...(Number.isFinite(leftS) ? { operatingLeftS: leftS } : {}),
    finishedAt: typeof finish === "string" ? finish : undefined,
  };
}
