import { isObject, type JsonObject } from "../../base/json";
import { seenText } from "../../base/seenText";
import { decodeBasicEntities } from "../../base/visibleText";
import {
  Effort,
  newObject,
  withoutBrackets,
  type Dump,
  type DumpForm,
  type Repeated,
} from "./dump";
import { formStart, readForm } from "./formReader";
import { LiteralReader } from "./literalReader";
import { printRStart, readPrintR } from "./printRReader";

/** An event as a text has it, and nothing said about it yet. */
export interface EventDump {
  readonly form: DumpForm;
  /** `event`, `data`, `ts`, `auth`, or of a fetched one `eventId`, `type`, `date`, `data`. */
  readonly body: JsonObject;
  /** The text ends before the event does. */
  readonly isCut: boolean;
  /** What was written may have been taken for keys. */
  readonly isDoubtful: boolean;
  readonly repeated: Repeated;
}

/** Longer texts are no paste: only their beginning is read. */
export const longestEventText = 2_000_000;
/** Of an escaped text, from near its first event on: to undo that takes longer than to read it. */
const longestEscaped = 200_000;
const mostEvents = 100;
const structure = /[{[]|\barray\s{0,4}\(/g;
/** Another event, on a line of its own. */
const nextForm = /\n(?=(?:(?:(?!\]=)[^\n&]){0,300}[\s"'=])?event=ON|\s{0,20}\{\s{0,20}"event)/gi;
const nestedEvent = /ON(?:IM|APP)[A-Z\d]{4}|PARAMS|dialogId/i;
const eachNested = new RegExp(nestedEvent, "gi");
/** A date or a level in front of a line of a log: no event is in it. */
const flatBrackets = /\[[^\][{}()"'\n]{0,60}\]/y;
/** An event has begun this many characters before the first of its signs, or in the line there. */
const longestHead = 8_000;

/**
 * The events in what was pasted: bodies of requests, what languages print of them, replies of `imbot.v2.Event.get`,
 * whole or in a line of a log. The text is gone through once for each way in which it may be escaped.
 */
export function findEventDumps(pasted: string): readonly EventDump[] {
  const { text } = seenText(pasted.slice(0, longestEventText), true);
  if (!nestedEvent.test(text)) return [];
  for (const written of spellings(text)) {
    const effort = new Effort();
    const events = eventsOf(written, 0, effort);
    if (events.length > 0) return effort.isSpent ? withoutHalf(events) : events;
  }
  return [];
}

/** Where reading ended before the text did, the last event is half of one, and its neighbors are whole. */
function withoutHalf(events: readonly EventDump[]): readonly EventDump[] {
  const last = events.at(-1);
  if (events.length < 2 || last?.isCut !== true) return events;
  return events
    .slice(0, -1)
    .map((each) => (each.repeated === last.repeated ? { ...each, isCut: false } : each));
}

/** As it stands, as a browser's source shows it, and as a string of JSON holds it. */
function* spellings(text: string): Iterable<string> {
  yield text;
  const from = text.lastIndexOf("\n", text.search(nestedEvent) - longestHead) + 1;
  const start = text.slice(from, from + longestEscaped);
  if (/&(?:quot|gt|#039);/.test(start)) yield decodeBasicEntities(start);
  if (/\\["\\/]/.test(start)) yield start.replace(/\\(["\\/])/g, "$1");
}

function eventsOf(text: string, depth: number, effort: Effort): readonly EventDump[] {
  const found: EventDump[] = [];
  let readTo = 0;
  for (let at = 0; at < text.length && found.length < mostEvents && effort.spend();) {
    const formAt = at + formStart(text.slice(at), effort);
    const { events, end } = structured(text, Math.max(at, readTo), formAt, depth, effort);
    readTo = end;
    found.push(...events);
    if (events.length > 0) at = end;
    else if (formAt === Infinity) break;
    else {
      const rest = text.slice(formAt, formAt + longestEscaped);
      const next = Math.min(text.length, formAt + indexOf(nextForm, rest, 0));
      const repeated: Repeated = new Map();
      const value = readForm(text.slice(at, next), formAt - at, repeated, effort);
      // Portals write both at the end, whatever the event.
      const isCut = !("ts" in value || "auth" in value);
      found.push(...eventsIn({ form: "form", value, isCut }, repeated, 2, effort));
      at = next;
    }
  }
  return found.slice(0, mostEvents);
}

/** Events that begin before a place: what a message holds comes later, and is text. */
function structured(
  text: string,
  from: number,
  until: number,
  depth: number,
  effort: Effort,
): { readonly events: readonly EventDump[]; readonly end: number } {
  const found: EventDump[] = [];
  // To look further for each of a thousand forms takes seconds.
  const head = text.slice(0, until);
  let [printRAt, hitAt] = [-1, -1];
  let at = from;
  while (found.length < mostEvents && effort.spend()) {
    if (hitAt < at) {
      hitAt = indexOf(eachNested, text, at);
      if (hitAt === Infinity) break;
      at += text.slice(at, Math.max(at, hitAt - longestHead)).lastIndexOf("\n") + 1;
    }
    if (printRAt < at) printRAt = indexOf(printRStart, head, at);
    const literalAt = literalStart(head, at, printRAt);
    const next = Math.min(printRAt, literalAt);
    if (next === Infinity) break;
    const repeated: Repeated = new Map();
    const printed = next === printRAt ? readPrintR(text, next, repeated, effort) : undefined;
    if (printed !== undefined) {
      const { end, ...dump } = printed;
      found.push(...eventsIn({ form: "printR", ...dump }, repeated, depth, effort));
      at = Math.max(end, next + 1);
      continue;
    }
    const reader = new LiteralReader(text, next, repeated, effort);
    const value = reader.value();
    const { form, isCut, isDoubtful } = reader;
    found.push(...eventsIn({ form, value, isCut, isDoubtful }, repeated, depth, effort));
    at = Math.max(reader.at, next + 1);
  }
  return { events: found, end: at };
}

function literalStart(text: string, from: number, until: number): number {
  for (let at = from; ; at = flatBrackets.lastIndex) {
    const found = indexOf(structure, text, at);
    flatBrackets.lastIndex = found;
    if (found >= until || !flatBrackets.test(text)) return found;
  }
}

function indexOf(form: RegExp, text: string, from: number): number {
  form.lastIndex = from;
  return form.exec(text)?.index ?? Infinity;
}

/** The events of one value: itself, a list of them, or what a request or a reply wraps around them. */
function eventsIn(
  dump: Dump,
  repeated: Repeated,
  depth: number,
  effort: Effort,
): readonly EventDump[] {
  const { form, isCut, isDoubtful = false } = dump;
  let level: readonly unknown[] = [dump.value];
  for (let steps = 0; steps < 6 && level.length > 0; steps++) {
    const objects = level.filter(isObject).map((object) => withoutBrackets(object, repeated));
    const events = objects.filter(isEvent).slice(0, mostEvents);
    if (events.length > 0)
      return events.map((body) => ({ form, body: wrapped(body), isCut, isDoubtful, repeated }));
    level = [...objects, ...level.filter((each) => Array.isArray(each))]
      .flatMap((each): readonly unknown[] => Object.values(each))
      .slice(0, mostEvents * 50);
    if (depth >= 2) continue;
    const inner = level.find((text) => typeof text === "string" && nestedEvent.test(text));
    const events2 = typeof inner === "string" ? eventsOf(inner, depth + 1, effort) : [];
    if (events2.length > 0) return events2;
  }
  return [];
}

function isEvent(object: JsonObject): boolean {
  const name = object["event"] ?? object["type"];
  const isNamed = typeof name === "string" && /^ON[A-Z\d]{4,60}$/i.test(name);
  const data = object["data"];
  return (isNamed && isObject(data)) || isData(data) || isData(object);
}

/** What `data` holds, when somebody printed it alone. */
function isData(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const isOld = isObject(value["PARAMS"]) && "DIALOG_ID" in value["PARAMS"];
  return isOld || (isObject(value["bot"]) && ("chat" in value || "dialogId" in value));
}

function wrapped(object: JsonObject): JsonObject {
  const isWhole = isObject(object["data"]) || typeof object["event"] === "string";
  if (isWhole || !isData(object)) return object;
  return Object.assign(newObject(), { data: object });
}
