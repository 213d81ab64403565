import { JsonNumber, keepMembers, type Member } from "./json";
import { NextOf } from "./nextOf";
import { failure, success, type Result } from "./result";

/** Why a text was not read: it is no JSON, or no reply that anybody sends. */
export type JsonProblem = "syntax" | "tooDeep" | "tooMany";

export interface ReadJson {
  /** Numbers that JavaScript cannot hold are `JsonNumber`s; objects may keep their members (`membersOf`). */
  readonly value: unknown;
  /** The text that was read, token for token, with what was redacted. */
  readonly text: string;
}

/** What must not be in a text that is kept or shown. */
export interface TextFilter {
  /** In UTF-16 units: shorter texts need no look. */
  readonly shortest: number;
  redact(text: string): string;
}

/** PHP itself ends at 512; records are nested four deep. */
export const deepestJson = 100;
/** A list of 10,000 readers has 50,000 values. */
export const mostJsonValues = 250_000;
/** In characters; a portal's own have twenty. */
const longestNumber = 1_000;
/** Objects become slow beyond this; the list of their members goes on. */
const mostOwnKeys = 10_000;

const nothingSecret: TextFilter = { shortest: Infinity, redact: (text) => text };

/**
 * Reads a JSON text as it was written. Every string and key goes through the filter after its escapes are decoded:
 * no spelling brings a secret past it.
 */
export function readJson(
  text: string,
  filter: TextFilter = nothingSecret,
): Result<ReadJson, JsonProblem> {
  try {
    let reader = new JsonReader(text, filter, false);
    let value = reader.readAll();
    if (reader.hasLost) {
      reader = new JsonReader(text, filter, true);
      value = reader.readAll();
    }
    return success({ value, text: reader.redactedText() });
  } catch (error) {
    if (error instanceof JsonFailure) return failure(error.problem);
    throw error;
  }
}

class JsonFailure extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem);
  }
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Longer ones would keep the whole text alive when they are cut out of it. */
const longestSlice = 12;

class JsonReader {
  /** A key stood twice in an object, which held on to the last one. */
  hasLost = false;
  private at = 0;
  private values = 0;
  private readonly quotes: NextOf;
  private readonly backslashes: NextOf;
  /** What was read as it is, and what stands in the place of secrets; empty while there was none. */
  private readonly pieces: string[] = [];
  private piecesEnd = 0;

  constructor(
    private readonly text: string,
    private readonly filter: TextFilter,
    /** Every object keeps its members: to be sure costs time. */
    private readonly keepsAll: boolean,
  ) {
    this.quotes = new NextOf('"', text);
    this.backslashes = new NextOf("\\", text);
  }

  readAll(): unknown {
    const value = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) throw new JsonFailure("syntax");
    return value;
  }

  redactedText(): string {
    if (this.pieces.length === 0) return this.text;
    return this.pieces.join("") + this.text.slice(this.piecesEnd);
  }

  private readValue(depth: number): unknown {
    this.values += 1;
    if (this.values > mostJsonValues) throw new JsonFailure("tooMany");
    this.skipSpace();
    switch (this.text.charCodeAt(this.at)) {
      case quote:
        return this.readString();
      case openObject:
        return this.readObject(depth + 1);
      case openList:
        return this.readList(depth + 1);
      case 0x74:
        return this.readWord("true", true);
      case 0x66:
        return this.readWord("false", false);
      case 0x6e:
        return this.readWord("null", null);
      default:
        return this.readNumber();
    }
  }

  private readObject(depth: number): unknown {
    if (depth > deepestJson) throw new JsonFailure("tooDeep");
    const { text } = this;
    const object: Record<string, unknown> = {};
    let members: Member[] | undefined = this.keepsAll ? [] : undefined;
    let count = 0;
    this.at += 1;
    this.skipSpace();
    if (text.charCodeAt(this.at) === closeObject) {
      this.at += 1;
      return object;
    }
    for (;;) {
      if (text.charCodeAt(this.at) !== quote) throw new JsonFailure("syntax");
      const key = this.readString();
      this.skipSpace();
      if (text.charCodeAt(this.at) !== colon) throw new JsonFailure("syntax");
      this.at += 1;
      const value = this.readValue(depth);
      // Keys that are numbers go to the front of an object of JavaScript.
      if (members === undefined && (startsWithDigit(key) || count === mostOwnKeys)) {
        members = Object.entries(object);
        if (members.length < count) this.hasLost = true;
      }
      members?.push([key, value]);
      if (key === "__proto__") define(object, key, value);
      else if (count < mostOwnKeys) object[key] = value;
      count += 1;
      this.skipSpace();
      const next = text.charCodeAt(this.at);
      this.at += 1;
      if (next === closeObject) break;
      if (next !== comma) throw new JsonFailure("syntax");
      this.skipSpace();
    }
    if (members !== undefined) keepMembers(object, members);
    else if (Object.keys(object).length < count) this.hasLost = true;
    return object;
  }

  private readList(depth: number): unknown {
    if (depth > deepestJson) throw new JsonFailure("tooDeep");
    const list: unknown[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text.charCodeAt(this.at) === closeList) {
      this.at += 1;
      return list;
    }
    for (;;) {
      list.push(this.readValue(depth));
      this.skipSpace();
      const next = this.text.charCodeAt(this.at);
      this.at += 1;
      if (next === closeList) return list;
      if (next !== comma) throw new JsonFailure("syntax");
    }
  }

  private readString(): string {
    const { text } = this;
    const start = this.at;
    const end = this.stringEnd(start + 1);
    this.at = end + 1;
    const isCut = end - start - 1 > longestSlice || this.backslashes.from(start) < end;
    const string = isCut ? unescaped(text.slice(start, end + 1)) : text.slice(start + 1, end);
    if (string.length < this.filter.shortest) return string;
    const redacted = this.filter.redact(string);
    if (redacted !== string)
      this.replace(start, this.tokenOf(redacted, text.slice(start, this.at)));
    return redacted;
  }

  /** Where the quote is that ends a string. What is longer than a slice is checked by whoever unescapes it. */
  private stringEnd(from: number): number {
    const { text } = this;
    let end = from;
    let plainFrom = from;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
      // NaN, behind the end, is not at least a space.
      if (!(code >= 0x20)) throw new JsonFailure("syntax");
      if (code === backslash) {
        end += 2;
        plainFrom = end;
        continue;
      }
      end += 1;
      if (end - plainFrom <= longestSlice) continue;
      // In a long one the engine looks a hundred times as fast, up to what is escaped.
      end = Math.min(this.quotes.from(end), this.backslashes.from(end));
      if (end === Infinity) throw new JsonFailure("syntax");
    }
    return end;
  }

  /** In the spelling of the text where the secret can be found in that. */
  private tokenOf(redacted: string, original: string): string {
    const token = this.filter.redact(original);
    try {
      if (JSON.parse(token) === redacted) return token;
    } catch {
      // An escape was cut in two.
    }
    return JSON.stringify(redacted);
  }

  private readNumber(): unknown {
    number.lastIndex = this.at;
    const source = number.exec(this.text)?.[0];
    if (source === undefined) throw new JsonFailure("syntax");
    if (source.length > longestNumber) throw new JsonFailure("tooMany");
    const start = this.at;
    this.at += source.length;
    if (source.length >= this.filter.shortest) {
      const redacted = this.filter.redact(source);
      if (redacted !== source) {
        this.replace(start, JSON.stringify(redacted));
        return redacted;
      }
    }
    const value = Number(source);
    return String(value) === source ? value : new JsonNumber(source);
  }

  private readWord<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new JsonFailure("syntax");
    this.at += word.length;
    return value;
  }

  /** The token that was read last is this instead. */
  private replace(start: number, token: string): void {
    this.pieces.push(this.text.slice(this.piecesEnd, start), token);
    this.piecesEnd = this.at;
  }

  private skipSpace(): void {
    let code = this.text.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      this.at += 1;
      code = this.text.charCodeAt(this.at);
    }
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function unescaped(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    throw new JsonFailure("syntax");
  }
}

function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function startsWithDigit(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
