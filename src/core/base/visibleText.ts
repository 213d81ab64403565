import { scalarText } from "./json";

/**
 * Characters that draw nothing or change how their neighbours are drawn: controls except tab and
 * newline, direction overrides and isolates, invisible operators. Zero-width joiners stay: emoji
 * and several scripts need them.
 */
const deceptive =
  // eslint's no-control-regex is right for typos; here the controls are the subject.
  new RegExp(
    "[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]",
    "g",
  );

/**
 * Other people's text with every deceptive character spelled out as `[U+202E]`: nothing is hidden,
 * and nothing can turn the rest of a line around.
 */
export function visibleText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(deceptive, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}

/** Nobody reads a longer line. */
const longestLine = 1_000;

/** The same on one line, for tabs, lists and headings. */
export function visibleLine(text: string): string {
  return visibleText(clip(text, longestLine)).replace(/\s+/g, " ").trim();
}

/**
 * Cuts at a limit of UTF-16 units without leaving half of a surrogate pair.
 * @returns the text itself when it is short enough
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return ownCopy(text.slice(0, end));
}

/** A piece that is cut out keeps the whole text alive, all 16 MB of it: this one does not. */
export function ownCopy(piece: string): string {
  return String(JSON.parse(JSON.stringify(piece)));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

const basicEntities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#039;": "'",
};

/**
 * Undoes PHP's `htmlspecialchars` once: some portal versions store names with it, others do not
 * (REST brief, open question 8). The outcome is text, never HTML.
 */
export function decodeBasicEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#039);/g, (entity) => basicEntities[entity] ?? entity);
}

/** A title or name as a reply has it, decoded; "" for anything else. No more of it than fits a line. */
export function nameIn(value: unknown): string {
  return decodeBasicEntities(clip(scalarText(value), longestLine));
}
