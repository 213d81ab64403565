/** A language whose programs read entity strings by position here, and get a parser. */
export type ParserLanguage = "php" | "javascript" | "typescript" | "python" | "go";

/** `explode('|', $chat['entity_data_1'])[5]` in a line of a program. */
export interface PositionRead {
  readonly offset: number;
  readonly length: number;
  /** What is taken apart. */
  readonly source: string;
  /** `undefined`: the name does not say. */
  readonly field: 1 | 2 | undefined;
  /** `undefined`: all parts are taken. */
  readonly index: number | undefined;
}

const languages: Readonly<Record<string, ParserLanguage>> = {
  php: "php",
  javascript: "javascript",
  javascriptreact: "javascript",
  typescript: "typescript",
  typescriptreact: "typescript",
  python: "python",
  go: "go",
};

/** By VS Code's name of it. */
export function parserLanguage(languageId: string): ParserLanguage | undefined {
  return Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;
}

const data = "entity_?data_?[123]?";
const index = String.raw`(?:\s?\[\s?(\d{1,2})\s?\])?`;
const split = String.raw`\.split\(\s?(?:"\|"|'\|'|${"`"}\|${"`"})\s?\)`;
const member = String.raw`[\w$.?![\]"']{0,120}`;

const forms: Readonly<Record<ParserLanguage, RegExp>> = {
  php: new RegExp(
    String.raw`\bexplode\(\s?(?:"\|"|'\|')\s?,\s?([^()\n;,]{0,120}${data}[^()\n;,]{0,40})\)${index}`,
    "gi",
  ),
  javascript: new RegExp(String.raw`(${member}${data}["'\]]{0,2}[?!]?)${split}${index}`, "gi"),
  typescript: new RegExp(String.raw`(${member}${data}["'\]]{0,2}[?!]?)${split}${index}`, "gi"),
  python: new RegExp(
    String.raw`(${member}(?:\.get\(\s?["']${data}["'][^()\n]{0,20}\)|${data}["'\]]{0,2}))${split}${index}`,
    "gi",
  ),
  go: new RegExp(
    String.raw`\bstrings\.Split\(\s?([^(),\n]{0,120}${data}[^(),\n]{0,40}),\s?"\|"\s?\)${index}`,
    "gi",
  ),
};

const longestLine = 2_000;

/** The read at a place of a line; `undefined`: there is none. */
export function positionReadAt(
  line: string,
  at: number,
  language: ParserLanguage,
): PositionRead | undefined {
  if (line.length > longestLine) return undefined;
  for (const match of line.matchAll(forms[language])) {
    const [text, source = "", number] = match;
    if (at < match.index || at > match.index + text.length) continue;
    const digit = /entity_?data_?([123])/i.exec(source)?.[1];
    if (digit === "3") return undefined;
    return {
      offset: match.index,
      length: text.length,
      // `chat?.entity_data_1?.split`: the parser takes what is not there.
      source: source.trim().replace(/[?!]$/, ""),
      field: digit === "1" ? 1 : digit === "2" ? 2 : undefined,
      index: number === undefined ? undefined : Number(number),
    };
  }
  return undefined;
}

const startsBlock = /^(?!(?:else|elif|except|finally|catch)\b)[^\s{(})\]]/;

/** Where functions may stand before the line that uses them: above the outermost block, with its comments. */
export function insertionLine(lines: readonly string[], line: number): number {
  let top = line;
  while (top > 0 && !startsBlock.test(lines[top] ?? "")) top--;
  // Comments, decorators and attributes belong to what follows.
  while (top > 0 && /^(?:\/\/|\/?\*| \*|@|#(?!!))/.test(lines[top - 1] ?? "")) top--;
  return (lines[top] ?? "").startsWith("<?") ? top + 1 : top;
}
