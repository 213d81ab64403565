import {
  deepestJson,
  ExactReader,
  JsonFailure,
  longestNumber,
  mostJsonValues,
  mostOwnKeys,
  type JsonProblem,
  type TextFilter,
} from "./exactJson";
import { JsonNumber } from "./json";
import { atOnce, type RestingWork } from "./restingWork";
import { failure, success, type Result } from "./result";

export { deepestJson, mostJsonValues, type JsonProblem, type TextFilter } from "./exactJson";

export interface ReadJson {
  /** Numbers that JavaScript cannot hold are `JsonNumber`s; objects may keep their members (`membersOf`). */
  readonly value: unknown;
  /** The text that was read, token for token, with what was redacted. */
  readonly text: string;
}

const nothingSecret: TextFilter = { shortest: Infinity, redact: (text) => text };

/**
 * Reads a JSON text as it was written. Every string and key goes through the filter after its escapes are decoded:
 * no spelling brings a secret past it.
 */
export function* readingJson(
  text: string,
  filter = nothingSecret,
): RestingWork<Result<ReadJson, JsonProblem>> {
  // A page, for example, is none.
  const mayBePlain = /^\s*[[{]/.test(text);
  // What no escape hides is seen in the whole text.
  const isClean =
    mayBePlain &&
    filter.shortest >= shortestPlain &&
    !text.includes("\\") &&
    filter.redact(text) === text;
  const needed = isClean ? nothingSecret : filter;
  const plain = mayBePlain ? yield* new PlainReader(needed).read(text) : undefined;
  if (plain !== undefined) return success({ value: plain, text });
  try {
    return success(yield* new ExactReader(text, needed).read());
  } catch (error) {
    if (error instanceof JsonFailure) return failure(error.problem);
    throw error;
  }
}

/** For a text that is no whole reply. */
export function readJson(text: string, filter?: TextFilter): Result<ReadJson, JsonProblem> {
  return atOnce(readingJson(text, filter));
}

/** In UTF-16 units: each step on the way of a longer one has a turn of its own. */
export const largeText = 1_000_000;
/** What is longer is looked at before anything is built of it. */
const longestPlain = 2_000_000;
/** Shorter secrets may be numbers that nobody would look at twice. */
const shortestPlain = 12;
/** In front of a number that goes through `JSON.parse` as a string, to keep its source. */
const mark = "\u0000";
/** Where a value stands: a number that JavaScript may not hold as it was written, or that may be a secret. */
const unusualNumber =
  /([[:,]\s*)(?=-?(?:\d+[.eE]|\d{12})|-0)(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=\s*[,\]}])/g;

/** Reads by the engine, in a fraction of the time and of the memory, and looks whether that lost anything. */
class PlainReader {
  private isPlain = true;
  private keys = 0;
  private values = 1;

  constructor(private readonly filter: TextFilter) {}

  /**
   * @returns `undefined` for what has to be read token by token: no JSON, a secret in it, keys that stand twice or
   * would change places
   */
  *read(text: string): RestingWork<object | undefined> {
    const isLong = text.length > longestPlain || this.filter.shortest < shortestPlain;
    if (isLong || text.includes("\\u0000")) return undefined;
    const numbers = [...text.matchAll(unusualNumber)].map(([, , source = ""]) => source);
    for (const source of numbers) this.look(source);
    if (numbers.some(({ length }) => length > longestNumber)) return undefined;
    const value = parsed(numbers.every(isHeld) ? text : marked(text));
    if (typeof value !== "object" || value === null) return undefined;
    if (text.length > largeText) yield;
    this.visit(value as Record<string, unknown>, 1);
    return this.isPlain && this.keys === keysIn(text) ? value : undefined;
  }

  private visit(parent: Record<string, unknown>, depth: number): void {
    const isList = Array.isArray(parent);
    let own = 0;
    let startsWithNumber = false;
    for (const key in parent) {
      if (!isList) {
        this.look(key);
        // Those that are numbers come first, wherever they stood.
        if (own === 0) startsWithNumber = /^\d/.test(key);
        own += 1;
      }
      const value = parent[key];
      this.values += 1;
      if (typeof value === "string") {
        if (value.startsWith(mark)) parent[key] = new JsonNumber(value.slice(mark.length));
        else this.look(value);
      } else if (typeof value === "object" && value !== null) {
        if (depth === deepestJson || this.values > mostJsonValues) this.isPlain = false;
        else this.visit(value as Record<string, unknown>, depth + 1);
      }
    }
    this.keys += own;
    const isOdd =
      own > mostOwnKeys || (own > 1 && startsWithNumber) || this.values > mostJsonValues;
    if (isOdd) this.isPlain = false;
  }

  private look(string: string): void {
    const { shortest } = this.filter;
    if (string.length >= shortest && this.filter.redact(string) !== string) this.isPlain = false;
  }
}

/** Whether JavaScript holds the number as it was written. */
function isHeld(source: string): boolean {
  return String(Number(source)) === source;
}

/** With the other numbers as strings. Inside a string, where none is, the quote leaves a text that cannot be parsed. */
function marked(json: string): string {
  return json.replace(unusualNumber, (whole, before: string, source: string) =>
    isHeld(source) ? whole : `${before}"\\u0000${source}"`,
  );
}

/** What follows a key stands behind no other string; only one that begins with a colon is counted as a key, too. */
function keysIn(json: string): number {
  const withoutQuotes = json.replace(/\\["\\]/g, "");
  const keyEnd = /"\s*:/g;
  let count = 0;
  while (keyEnd.test(withoutQuotes)) count += 1;
  return count;
}

/** `undefined`: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
