import { newObject, put, type Effort, type OpenObject, type Repeated } from "./dump";

interface Frame {
  readonly object: OpenObject;
  /** Of its bracket. */
  readonly indent: string;
  /** Of its keys: the first one says it, and what stands elsewhere is text. */
  keyIndent?: string | undefined;
}

export interface PrintedR {
  readonly value: OpenObject;
  readonly end: number;
  readonly isCut: boolean;
  /** A line that could be a key stands where a text goes on, or where nothing can stand. */
  readonly isDoubtful: boolean;
}

export const printRStart = /\bArray\s{0,80}\(/g;
const start = /Array(\s{0,80})\(/y;
const entry = /^([ \t]*)\[([^\]\r\n]{0,200})\] =>(?: (.*))?$/s;
const nested = /^(?:Array|[\w\\]{1,80} Object)\s*$/;
/** What a dump goes on with, and no line of a log begins with. */
const goesOn = /^\s*(?:\[[^\]\r\n]{0,200}\] => |\)\s*(?:\n|$))/;
const oneLine =
  /\[([^\]\s]{1,100})\] => (?:(?:Array|[\w\\]{1,80} Object)\s{0,80}\(\s?)?|\)(?=\s*(?:\[|\)|$))/g;

/**
 * Reads what PHP's print_r wrote. It escapes nothing: a value goes on until a line with the indentation of its
 * neighbours has a key.
 */
export function readPrintR(
  text: string,
  at: number,
  repeated: Repeated,
  effort: Effort,
): PrintedR | undefined {
  start.lastIndex = at;
  const found = start.exec(text);
  if (found === null) return undefined;
  const [, gap = ""] = found;
  return gap.includes("\n")
    ? readLines(text, start.lastIndex, gap.slice(gap.lastIndexOf("\n") + 1), repeated, effort)
    : readLine(text, start.lastIndex, repeated, effort);
}

function readLines(
  text: string,
  from: number,
  indent: string,
  repeated: Repeated,
  effort: Effort,
): PrintedR {
  const root: Frame = { object: newObject(), indent };
  const frames = [root];
  let last: { readonly frame: Frame; readonly key: string } | undefined;
  let opening: { readonly frame: Frame; readonly key: string } | undefined;
  let isDoubtful = false;
  let at = text.indexOf("\n", from);
  while (at >= 0 && effort.spend()) {
    const lineEnd = text.indexOf("\n", at + 1);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(at + 1, end).replace(/\r$/, "");
    at = lineEnd;
    const frame = frames.at(-1) ?? root;
    const bracket = opening === undefined ? null : /^([ \t]*)\(\s*$/.exec(line);
    if (opening !== undefined && bracket !== null) {
      const inner: Frame = { object: newObject(), indent: bracket[1] ?? "" };
      opening.frame.object[opening.key] = inner.object;
      frames.push(inner);
      [opening, last] = [undefined, undefined];
      continue;
    }
    const [, keyIndent, key, value = ""] = entry.exec(line) ?? [];
    if (key !== undefined && keyIndent === (frame.keyIndent ?? keyIndent)) {
      frame.keyIndent = keyIndent;
      put(frame.object, key, value, repeated);
      last = { frame, key };
      opening = nested.test(value) ? last : undefined;
      continue;
    }
    opening = undefined;
    if (line.trimEnd() === `${frame.indent})`) {
      frames.pop();
      last = undefined;
      if (frames.length > 0) continue;
      isDoubtful ||= goesOn.test(text.slice(end, end + 1_000));
      return { value: root.object, end, isCut: false, isDoubtful };
    }
    isDoubtful ||= last === undefined ? line.trim() !== "" : goesOn.test(line);
    if (last !== undefined)
      last.frame.object[last.key] = `${String(last.frame.object[last.key])}\n${line}`;
  }
  return { value: root.object, end: text.length, isCut: true, isDoubtful };
}

/** The same on one line, as some logs and every input box make it. */
function readLine(text: string, from: number, repeated: Repeated, effort: Effort): PrintedR {
  const lineEnd = text.indexOf("\n", from);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const line = text.slice(from, end);
  const root = newObject();
  const objects = [root];
  let open:
    { readonly object: OpenObject; readonly key: string; readonly from: number } | undefined;
  for (const { 0: token, 1: key, index } of line.matchAll(oneLine)) {
    if (!effort.spend()) break;
    const object = objects.at(-1) ?? root;
    if (open !== undefined)
      put(open.object, open.key, line.slice(open.from, index).trim(), repeated);
    open = undefined;
    if (key === undefined) {
      objects.pop();
      if (objects.length > 0) continue;
      const isDoubtful = goesOn.test(line.slice(index + 1, index + 1_000));
      return { value: root, end: from + index + 1, isCut: false, isDoubtful };
    } else if (token.trimEnd().endsWith("(")) {
      const inner = newObject();
      put(object, key, inner, repeated);
      objects.push(inner);
    } else open = { object, key, from: index + token.length };
  }
  if (open !== undefined) put(open.object, open.key, line.slice(open.from).trim(), repeated);
  return { value: root, end, isCut: true, isDoubtful: false };
}
