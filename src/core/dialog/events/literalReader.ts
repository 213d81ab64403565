import { newObject, put, type DumpForm, type Effort, type Repeated } from "./dump";

/** Deeper values are no event's, and a stack has an end. */
const deepest = 40;
const longestKey = 200;

const space = /[\s,;]*/y;
/** What stands before a value and says only of which type it is. */
const typeName =
  /(?:array\s{0,4}(?:\(\d{0,9}\)|:\d{1,9})?(?=\s{0,4}[[({])|\(object\)\s{0,4}|object\([\w\\]{1,80}\)#\d{1,9}\s?\(\d{1,9}\)(?=\s{0,4}\{)|<[A-Z]\w{1,40}:(?=\s{0,4}\{)|[A-Z]\w{1,40}(?=\s?[{[])|(?:int|float|double|bool|enum)(?=\())\s{0,40}/y;
const phpText = /string\((\d{1,9})\)\s{0,4}"/y;
const dumpKey = /\[(?:"([^"\]]{0,200})"(?::[^\]=]{1,80})?|(\d{1,20}))\]\s{0,4}=>/y;
const keyEnd = /\s{0,40}(?:=>|:(?!:))/y;
/** A word or number without quotes ends here. */
const bareEnd = /[,;\n\r\])}>]|\s=>|:(?=[\s"'{[]|$)/g;
const wholeNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const closers: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };

/**
 * Reads what languages print of a value: JSON, Python, var_export, var_dump and their like. It takes what it can:
 * a text that ends early or has a mistake gives what stood before. Each character is looked at a few times at most.
 */
export class LiteralReader {
  isCut = false;
  /** A text does not end where its count says. */
  isDoubtful = false;
  private isPhp = false;
  private isDump = false;
  private isPython = false;
  private depth = 0;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly repeated: Repeated,
    private readonly effort: Effort,
  ) {}

  get form(): DumpForm {
    if (this.isDump) return "varDump";
    if (this.isPhp) return "varExport";
    return this.isPython ? "python" : "json";
  }

  value(): unknown {
    const { text } = this;
    for (let times = 0; times < 3 && this.skip(typeName); times++) {
      const before = text.slice(Math.max(0, this.at - 8), this.at);
      if (text.charAt(this.at) === "(" && !/array\s{0,4}$/.test(before)) return this.inBrackets();
    }
    phpText.lastIndex = this.at;
    const counted = phpText.exec(text);
    if (counted !== null) return this.countedText(Number(counted[1]), phpText.lastIndex);
    const first = text.charAt(this.at);
    if (first in closers) return this.container(closers[first] ?? "");
    if (first === '"' || first === "'" || first === "`") return this.quoted(first);
    if (/^[bur]["']/i.test(text.slice(this.at, this.at + 2))) {
      this.at += 1;
      this.isPython = true;
      return this.quoted(text.charAt(this.at));
    }
    return this.bare();
  }

  /** `int(5)`, `bool(true)`. */
  private inBrackets(): unknown {
    this.at += 1;
    const value = this.bare();
    if (this.text.charAt(this.at) === ")") this.at += 1;
    return value;
  }

  private container(closer: string): unknown {
    this.at += 1;
    this.depth += 1;
    const members = newObject();
    const list: unknown[] = [];
    let isMap = closer === "}";
    while (this.isOpen(closer)) {
      const named = this.dumpKey();
      const from = this.at;
      const first = named ?? this.value();
      if (named !== undefined || (isKey(first) && this.skip(keyEnd))) {
        this.noteArrow(named !== undefined);
        this.skip(space, /[ \t\r\n]*/y);
        isMap = true;
        put(members, String(first), this.value(), this.repeated);
      } else if (this.at === from) {
        this.at += 1;
        this.isCut = true;
      } else list.push(first);
    }
    this.depth -= 1;
    if (!isMap) return list;
    list.forEach((value, index) => (members[String(index)] ??= value));
    return members;
  }

  /** Whether another member follows; else the end is passed. */
  private isOpen(closer: string): boolean {
    this.skip(space);
    const { text, at } = this;
    if (at >= text.length || this.depth > deepest || !this.effort.spend()) {
      this.isCut = true;
      return false;
    }
    const next = text.charAt(at);
    if (next === closer) {
      this.at += 1;
      if (closer === "}" && text.charAt(this.at) === ">") this.at += 1;
      return false;
    }
    if (next !== "}" && next !== "]" && next !== ")") return true;
    this.isCut = true;
    return false;
  }

  private dumpKey(): string | undefined {
    dumpKey.lastIndex = this.at;
    const found = dumpKey.exec(this.text);
    if (found === null) return undefined;
    this.at = dumpKey.lastIndex;
    return found[1] ?? found[2];
  }

  private noteArrow(isOfDump: boolean): void {
    if (isOfDump) this.isDump = true;
    else if (this.text.charAt(this.at - 1) === ">") this.isPhp = true;
  }

  private quoted(quote: string): string {
    const { text } = this;
    const isRaw = quote === "'" && this.isPhp;
    if (quote === "'" && !this.isPhp) this.isPython = true;
    const stop = quote === '"' ? /["\\]/g : quote === "'" ? /['\\]/g : /[`\\]/g;
    const parts: string[] = [];
    let from = this.at + 1;
    for (;;) {
      stop.lastIndex = from;
      const end = stop.exec(text)?.index ?? text.length;
      parts.push(text.slice(from, end));
      if (text.charAt(end) !== "\\") {
        this.at = end + 1;
        this.isCut ||= end === text.length;
        return parts.join("");
      }
      if (!this.effort.spend(0.1)) {
        this.at = text.length;
        this.isCut = true;
        return parts.join("");
      }
      const [piece, length] = isRaw ? rawEscape(text, end) : escape(text, end);
      parts.push(piece);
      from = end + length;
    }
  }

  /** `string(5) "…"` of var_dump escapes nothing and counts bytes. */
  private countedText(bytes: number, from: number): string {
    const { text } = this;
    this.isDump = true;
    let left = bytes;
    let end = from;
    while (left > 0 && end < text.length) {
      const code = text.codePointAt(end) ?? 0;
      left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      end += code < 0x10000 ? 1 : 2;
    }
    if (left !== 0 || text.charAt(end) !== '"') {
      // Somebody has changed the text: it ends where a line does.
      this.isDoubtful = true;
      const close = /"(?=\s*(?:\n|$))/g;
      close.lastIndex = from;
      end = close.exec(text)?.index ?? text.length;
      this.isCut ||= end === text.length;
    }
    this.at = end + 1;
    return text.slice(from, end);
  }

  private bare(): unknown {
    const { text, at } = this;
    bareEnd.lastIndex = at;
    const end = bareEnd.exec(text)?.index ?? text.length;
    this.at = end;
    const word = text.slice(at, end).trim();
    if (wholeNumber.test(word)) {
      const number = Number(word);
      return String(number) === word ? number : word;
    }
    switch (word.toLowerCase()) {
      case "true":
      case "false":
        if (word.startsWith("T") || word.startsWith("F")) this.isPython = true;
        return word.toLowerCase() === "true";
      case "null":
      case "none":
      case "nil":
      case "undefined":
        return null;
      default:
        return word;
    }
  }

  private skip(...forms: readonly RegExp[]): boolean {
    let isFound = false;
    for (const form of forms) {
      form.lastIndex = this.at;
      if (!form.test(this.text)) continue;
      isFound = true;
      this.at = form.lastIndex;
    }
    return isFound;
  }
}

function isKey(value: unknown): value is string | number {
  return (typeof value === "string" && value.length <= longestKey) || typeof value === "number";
}

function rawEscape(text: string, at: number): readonly [piece: string, length: number] {
  const next = text.charAt(at + 1);
  return next === "'" || next === "\\" ? [next, 2] : ["\\", 1];
}

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function escape(text: string, at: number): readonly [piece: string, length: number] {
  const next = text.charAt(at + 1);
  const digits = next === "u" ? 4 : next === "x" ? 2 : 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  if (digits > 0 && hex.length === digits && /^[\da-f]+$/i.test(hex))
    return [String.fromCharCode(Number.parseInt(hex, 16)), 2 + digits];
  return [named[next] ?? next, 2];
}
