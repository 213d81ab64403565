import { JsonNumber, keepMembers, type Member } from "./json";
import type { RestingWork } from "./restingWork";

/** Why a text was not read: it is no JSON, or no reply that anybody sends. */
export type JsonProblem = "syntax" | "tooDeep" | "tooMany";

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
export const longestNumber = 1_000;
/** Objects become slow beyond this; the list of their members goes on. */
export const mostOwnKeys = 10_000;

export class JsonFailure extends Error {
  constructor(readonly problem: JsonProblem = "syntax") {
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
/** What a string cannot hold as it is: backslashes and controls. */
const special = /[^ -[\]-\uffff]/;

/** From this length on a run of backslashes is compared by blocks: one by one, a text full of them takes too long. */
const longRun = 4_096;
const backslashes = "\\".repeat(longRun);

/** In UTF-16 units, about: what is read before everything else has its turn. */
const perTurn = 250_000;

/** Reads token by token: what keys and numbers are lost on JavaScript is kept. */
export class ExactReader {
  private at = 0;
  private values = 0;
  /** What was read as it is, and what stands in the place of secrets; empty while there was none. */
  private readonly pieces: string[] = [];
  private piecesEnd = 0;

  constructor(
    private readonly text: string,
    private readonly filter: TextFilter,
  ) {}

  /** @throws JsonFailure */
  *read(): RestingWork<{ readonly value: unknown; readonly text: string }> {
    const value = yield* this.readValue();
    this.next();
    if (this.at < this.text.length) throw new JsonFailure();
    const isSame = this.pieces.length === 0;
    return {
      value,
      text: isSame ? this.text : this.pieces.join("") + this.text.slice(this.piecesEnd),
    };
  }

  /** With all that is in it, and no call for each level: a generator in a generator takes too long. */
  private *readValue(): RestingWork<unknown> {
    const open: (ListInWork | ObjectInWork)[] = [];
    let rest = perTurn;
    for (;;) {
      if (this.at > rest) {
        rest = this.at + perTurn;
        yield;
      }
      let value = this.beginValue();
      if (value instanceof ListInWork || value instanceof ObjectInWork) {
        if (open.length === deepestJson) throw new JsonFailure("tooDeep");
        this.at += 1;
        if (this.next() !== value.close) {
          open.push(value);
          this.beginEntry(value);
          continue;
        }
        this.at += 1;
        value = value.whole();
      }
      for (;;) {
        const parent = open.at(-1);
        if (parent === undefined) return value;
        parent.add(value);
        const next = this.next();
        this.at += 1;
        if (next === comma) {
          this.beginEntry(parent);
          break;
        }
        if (next !== parent.close) throw new JsonFailure();
        open.pop();
        value = parent.whole();
      }
    }
  }

  /** @returns a list or an object whose bracket comes next, or the value */
  private beginValue(): unknown {
    this.values += 1;
    if (this.values > mostJsonValues) throw new JsonFailure("tooMany");
    switch (this.next()) {
      case quote:
        return this.readString();
      case openObject:
        return new ObjectInWork();
      case openList:
        return new ListInWork();
      default:
        return this.readPlain();
    }
  }

  /** What stands in front of an object's next value. */
  private beginEntry(parent: ListInWork | ObjectInWork): void {
    if (parent instanceof ListInWork) return;
    if (this.next() !== quote) throw new JsonFailure();
    parent.key = this.readString();
    if (this.next() !== colon) throw new JsonFailure();
    this.at += 1;
  }

  private readString(): string {
    const start = this.at;
    this.at = this.stringEnd(start + 1) + 1;
    const token = this.text.slice(start, this.at);
    const isSlice = token.length <= longestSlice && !special.test(token);
    const string = isSlice ? token.slice(1, -1) : unescaped(token);
    if (string.length < this.filter.shortest) return string;
    const redacted = this.filter.redact(string);
    if (redacted !== string) this.replace(start, this.tokenOf(redacted, token));
    return redacted;
  }

  /** Where the quote is that ends a string: an even number of backslashes, or none, stands in front of it. */
  private stringEnd(from: number): number {
    const { text } = this;
    for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
      let start = end;
      while (text.charCodeAt(start - 1) === backslash) {
        start -= 1;
        // `endsWith` takes five times as long.
        if (end - start === longRun)
          while (text.slice(start - longRun, start) === backslashes) start -= longRun;
      }
      if ((end - start) % 2 === 0) return end;
    }
    throw new JsonFailure();
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

  private readPlain(): unknown {
    plain.lastIndex = this.at;
    const source = plain.exec(this.text)?.[0];
    if (source === undefined) throw new JsonFailure();
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
    const value: unknown = JSON.parse(source);
    return String(value) === source ? value : new JsonNumber(source);
  }

  /** The token that was read last is this instead. */
  private replace(start: number, token: string): void {
    this.pieces.push(this.text.slice(this.piecesEnd, start), token);
    this.piecesEnd = this.at;
  }

  /** @returns the first character that is no space */
  private next(): number {
    const { text } = this;
    for (let { at } = this; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
        this.at = at;
        return code;
      }
    }
  }
}

class ListInWork {
  readonly close = closeList;
  private readonly list: unknown[] = [];

  add(value: unknown): void {
    this.list.push(value);
  }

  whole(): unknown {
    return this.list;
  }
}

class ObjectInWork {
  readonly close = closeObject;
  /** Of the value that comes next. */
  key = "";
  private readonly members: Member[] = [];

  add(value: unknown): void {
    this.members.push([this.key, value]);
  }

  whole(): unknown {
    const { members } = this;
    const object: Record<string, unknown> = Object.fromEntries(members.slice(0, mostOwnKeys));
    const keys = Object.keys(object);
    if (members.some(([key], index) => key !== keys[index])) keepMembers(object, members);
    return object;
  }
}

/** A number or a word. */
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function unescaped(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    throw new JsonFailure();
  }
}
