import assert from "node:assert/strict";
import { WirePortal, type WireOptions } from "../../../emulator/wire/wirePortal";

/** Any JSON value, to be looked into by the assertions of a test. */
export type Parsed = ParsedObject | Parsed[] | string | number | boolean | null;
export interface ParsedObject {
  [key: string]: Parsed;
}

export const noon = Date.parse("2026-03-17T10:00:00Z");

const secrets = {
  1: "demo0secret0demo",
  5: "demo0imbot0only0",
  7: "demo0lines0only0",
  9: "demo0extra0demo0",
} as const;

export interface PortalCall {
  readonly user?: 1 | 5 | 7 | 9;
  readonly secret?: string;
  readonly restPath?: string;
}

export interface PortalReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: ParsedObject;
}

/** A portal whose clock stands still, unless the test brings another. */
export function quietPortal(options: WireOptions = {}): WirePortal {
  return new WirePortal({ clock: () => noon, ...options });
}

/** Calls a method with a JSON body. */
export function call(
  portal: WirePortal,
  method: string,
  parameters: unknown = {},
  { user = 1, secret = secrets[user], restPath = "/rest" }: PortalCall = {},
): PortalReply {
  return send(portal, {
    verb: "POST",
    path: `${restPath}/${user}/${secret}/${method}`,
    contentType: "application/json",
    body: JSON.stringify(parameters),
  });
}

export function send(
  portal: WirePortal,
  request: {
    readonly verb: string;
    readonly path: string;
    readonly query?: string;
    readonly contentType?: string;
    readonly body?: string;
  },
): PortalReply {
  const { status, headers, body } = portal.answer({ query: "", body: "", ...request });
  return { status, headers, text: body, json: parse(body) };
}

function parse(text: string): ParsedObject {
  return text.startsWith("{") ? (JSON.parse(text) as ParsedObject) : {};
}

/** The `result` of a call that has to succeed. */
export function resultOf(reply: PortalReply): Parsed {
  assert.equal(reply.status, 200, reply.text.slice(0, 300));
  assert.equal(reply.json["error"], undefined);
  return reply.json["result"] ?? null;
}

/** The same, where it is a map. */
export function recordOf(reply: PortalReply): ParsedObject {
  return asObject(resultOf(reply));
}

export function asObject(value: Parsed | undefined): ParsedObject {
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value));
  return value;
}

export function asList(value: Parsed | undefined): ParsedObject[] {
  assert.ok(Array.isArray(value));
  return value.map(asObject);
}

export function asText(value: Parsed | undefined): string {
  assert.ok(typeof value === "string");
  return value;
}

/** What a refusal consists of. */
export function refusalOf(reply: PortalReply): [status: number, code: Parsed, text: Parsed] {
  assert.equal(reply.json["result"], undefined, "a failure carries no result");
  assert.equal(reply.json["time"], undefined, "a failure carries no time");
  return [reply.status, reply.json["error"] ?? null, reply.json["error_description"] ?? null];
}
