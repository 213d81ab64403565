import { JsonNumber, keepMembers, type Member } from "./json";

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
/** What a string cannot hold as it is: backslashes and controls. */
const special = /[^ -[\]-\uffff]/;

/** From this length on a run of backslashes is compared by blocks: one by one, a text full of them takes too long. */
const longRun = 4_096;
const backslashes = "\\".repeat(longRun);

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
  read(): { readonly value: unknown; readonly text: string } {
    const value = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) throw new JsonFailure("syntax");
    const isSame = this.pieces.length === 0;
    return {
      value,
      text: isSame ? this.text : this.pieces.join("") + this.text.slice(this.piecesEnd),
    };
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
    const { text } = this;
    const object: Record<string, unknown> = {};
    const members: Member[] = [];
    this.readEntries(closeObject, depth, () => {
      if (text.charCodeAt(this.at) !== quote) throw new JsonFailure("syntax");
      const key = this.readString();
      this.skipSpace();
      if (text.charCodeAt(this.at) !== colon) throw new JsonFailure("syntax");
      this.at += 1;
      const value = this.readValue(depth);
      members.push([key, value]);
      if (key === "__proto__") {
        Object.defineProperty(object, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } else if (members.length <= mostOwnKeys) object[key] = value;
    });
    const keys = Object.keys(object);
    if (members.some(([key], index) => key !== keys[index])) keepMembers(object, members);
    return object;
  }

  private readList(depth: number): unknown {
    const list: unknown[] = [];
    this.readEntries(closeList, depth, () => {
      list.push(this.readValue(depth));
    });
    return list;
  }

  /** What stands between brackets, a comma between each two. */
  private readEntries(close: number, depth: number, readEntry: () => void): void {
    if (depth > deepestJson) throw new JsonFailure("tooDeep");
    this.at += 1;
    this.skipSpace();
    let next = this.text.charCodeAt(this.at);
    if (next === close) {
      this.at += 1;
      return;
    }
    do {
      this.skipSpace();
      readEntry();
      this.skipSpace();
      next = this.text.charCodeAt(this.at);
      this.at += 1;
    } while (next === comma);
    if (next !== close) throw new JsonFailure("syntax");
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
        if (end - start === longRun) while (text.endsWith(backslashes, start)) start -= longRun;
      }
      if ((end - start) % 2 === 0) return end;
    }
    throw new JsonFailure("syntax");
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
