import { isObject, JsonNumber, membersOf } from "./json";
import { readingJson, readJson } from "./jsonReader";
import { atOnce, inTurns, type RestingWork } from "./restingWork";

/** JSON text laid out over lines, as far as it is shown. */
export interface LaidOutJson {
  readonly text: string;
  /** How much of the original it holds, in UTF-16 units. */
  readonly shownLength: number;
}

/** Text that is longer is text, whatever it holds: nobody reads it line by line. */
const longestJsonText = 1_000_000;
/** Deeper levels stand below one another: else a few brackets become megabytes of blanks. */
const deepestIndent = 20;
const tokensPerTurn = 20_000;

/**
 * Lays out a text that is a whole JSON object or list with something in it; `undefined` for any other text.
 * @param limit of the laid out text, in UTF-16 units
 */
export function layOutJson(json: string, limit: number): LaidOutJson | undefined {
  if (json.length > longestJsonText || !/^\s*[{[]/.test(json)) return undefined;
  const read = readJson(json);
  return read.ok && isFilled(read.value.value) ? layOutTokens(json, limit) : undefined;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && membersOf(value).length > 0;
}

/**
 * A whole reply, which is one line on the wire; `undefined` for what is no JSON, or none that anybody sends.
 * @param nextTurn lets others have their turn: a large one takes long
 */
export async function layOutReply(
  body: string,
  nextTurn: () => Promise<unknown>,
): Promise<string | undefined> {
  const read = await inTurns(readingJson(body), nextTurn);
  return read.ok ? (await inTurns(layingOut(body, Infinity), nextTurn)).text : undefined;
}

/**
 * Lays out a text that is JSON. Only the space between tokens changes: numbers and escapes stay as they were
 * written, and a key that stands twice still does.
 */
export function layOutTokens(json: string, limit = Infinity): LaidOutJson {
  return atOnce(layingOut(json, limit));
}

function* layingOut(json: string, limit: number): RestingWork<LaidOutJson> {
  const pieces: string[] = [];
  let length = 0;
  let depth = 0;
  let last = "";
  let shownLength = 0;
  for (let at = 0, tokens = 1; at < json.length; tokens += 1) {
    const end = tokenEnd(json, at);
    const token = json.slice(at, end);
    at = end;
    if (tokens % tokensPerTurn === 0) yield;
    if (isSpace(token)) continue;
    const isClosing = token === "}" || token === "]";
    if (isClosing) depth -= 1;
    const isOpened = last === "{" || last === "[";
    const startsLine = isClosing ? !isOpened : isOpened || last === ",";
    const piece = `${startsLine ? lineStart(depth) : last === ":" ? " " : ""}${token}`;
    if (length + piece.length > limit) return { text: pieces.join(""), shownLength };
    pieces.push(piece);
    length += piece.length;
    if (token === "{" || token === "[") depth += 1;
    last = token;
    shownLength = end;
  }
  return { text: pieces.join(""), shownLength: json.length };
}

function lineStart(depth: number): string {
  return `\n${"  ".repeat(Math.max(0, Math.min(depth, deepestIndent)))}`;
}

function isSpace(token: string): boolean {
  return token.charCodeAt(0) <= 0x20;
}

/** The end of a string, a bracket, a comma or colon, a number or word, or of the space between them. */
function tokenEnd(json: string, start: number): number {
  const first = json.charAt(start);
  if (first === '"') return stringEnd(json, start);
  if ("[]{},:".includes(first)) return start + 1;
  const isBlank = isSpace(first);
  let end = start + 1;
  while (end < json.length && isSpace(json.charAt(end)) === isBlank) {
    if (!isBlank && '"[]{},:'.includes(json.charAt(end))) break;
    end += 1;
  }
  return end;
}

function stringEnd(json: string, start: number): number {
  let end = start + 1;
  for (let code = json.charCodeAt(end); code !== 0x22 && end < json.length;) {
    end += code === 0x5c ? 2 : 1;
    code = json.charCodeAt(end);
  }
  return Math.min(end + 1, json.length);
}

/**
 * Writes a value that was read, laid out: numbers as they were written, and every member.
 * @param limit in UTF-16 units: what is behind it is not written
 */
export function jsonOf(
  value: unknown,
  limit = Infinity,
): { readonly text: string; readonly isWhole: boolean } {
  const writer = new JsonWriter(limit);
  writer.write(value, 0);
  return { text: writer.text, isWhole: !writer.isFull };
}

class JsonWriter {
  private readonly pieces: string[] = [];
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  get isFull(): boolean {
    return this.left < 0;
  }

  get text(): string {
    return this.pieces.join("");
  }

  write(value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      this.writeEntries(
        "[",
        value.map((entry: unknown) => ["", entry] as const),
        "]",
        depth,
      );
    } else if (isObject(value)) {
      const entries = membersOf(value).map(
        ([key, entry]) => [`${JSON.stringify(key)}: `, entry] as const,
      );
      this.writeEntries("{", entries, "}", depth);
    } else this.put(scalarText(value, this.left));
  }

  private writeEntries(
    open: string,
    entries: readonly (readonly [key: string, value: unknown])[],
    close: string,
    depth: number,
  ): void {
    this.put(open);
    for (const [index, [key, value]] of entries.entries()) {
      if (this.isFull) return;
      this.put(`${index === 0 ? "" : ","}${lineStart(depth + 1)}${key}`);
      this.write(value, depth + 1);
    }
    this.put(`${entries.length === 0 ? "" : lineStart(depth)}${close}`);
  }

  private put(piece: string): void {
    if (this.isFull) return;
    this.pieces.push(piece.length > this.left ? piece.slice(0, this.left) : piece);
    this.left -= piece.length;
  }
}

/** A string is written as far as there is room for it. */
function scalarText(value: unknown, room: number): string {
  if (value instanceof JsonNumber) return value.source;
  if (typeof value === "string") return JSON.stringify(value.slice(0, Math.max(0, room) + 1));
  return String(value);
}
