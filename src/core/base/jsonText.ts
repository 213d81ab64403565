/** JSON text laid out over lines, as far as it is shown. */
export interface LaidOutJson {
  readonly text: string;
  /** How much of the original it holds, in UTF-16 units. */
  readonly shownLength: number;
}

/** A string, a bracket, a comma or colon, a number or word. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/**
 * Lays out a text that is a whole JSON object or list with something in it; `undefined` for any other text. Only
 * the space between tokens changes: numbers and escapes stay as they were written.
 * @param limit of the laid out text, in UTF-16 units
 */
export function layOutJson(json: string, limit: number): LaidOutJson | undefined {
  if (!/^\s*[{[]/.test(json) || !isFilledJson(json)) return undefined;
  let text = "";
  let depth = 0;
  let shownLength = 0;
  for (const match of json.matchAll(token)) {
    const [part] = match;
    const last = text.at(-1);
    const isClosing = part === "}" || part === "]";
    if (isClosing) depth -= 1;
    const isEmpty = isClosing && (last === "{" || last === "[");
    const startsLine = isClosing || last === "{" || last === "[" || last === ",";
    const piece = startsLine && !isEmpty ? `\n${"  ".repeat(depth)}` : "";
    if (text.length + piece.length + part.length > limit) return { text, shownLength };
    text += isEmpty ? part : piece + part + (part === ":" ? " " : "");
    if (part === "{" || part === "[") depth += 1;
    shownLength = match.index + part.length;
  }
  return { text, shownLength: json.length };
}

function isFilledJson(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}
