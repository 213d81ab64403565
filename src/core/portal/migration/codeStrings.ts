/** A text in quotes of a program, without them. */
export interface CodeString {
  readonly from: number;
  readonly to: number;
}

interface Syntax {
  /** What begins a comment to the end of the line. */
  readonly line: readonly string[];
  /** `/* … *\/` */
  readonly hasBlocks: boolean;
  readonly quotes: readonly string[];
  /** Of these, those that may go over lines. */
  readonly tall: readonly string[];
  /** A quote in a text is written twice. */
  readonly doubles?: boolean;
  /** The code stands between `<?` and `?>`. */
  readonly isInPage?: boolean;
}

const cLike: Syntax = { line: ["//"], hasBlocks: true, quotes: ['"', "'", "`"], tall: ["`"] };
const hashed: Syntax = { line: ["#"], hasBlocks: false, quotes: ['"', "'"], tall: ['"', "'"] };

/** By VS Code's name of the language. Others are prose, data or unknown: nothing in them is a method's name. */
const syntaxes: Readonly<Record<string, Syntax>> = {
  php: { ...cLike, line: ["//", "#"], quotes: ['"', "'"], tall: ['"', "'"], isInPage: true },
  javascript: cLike,
  javascriptreact: cLike,
  typescript: cLike,
  typescriptreact: cLike,
  vue: cLike,
  svelte: cLike,
  go: { ...cLike, quotes: ['"', "`"] },
  java: { ...cLike, quotes: ['"'] },
  kotlin: { ...cLike, quotes: ['"'] },
  csharp: { ...cLike, quotes: ['"'] },
  dart: { ...cLike, quotes: ['"', "'"] },
  swift: { ...cLike, quotes: ['"'] },
  rust: { ...cLike, quotes: ['"'] },
  python: {
    line: ["#"],
    hasBlocks: false,
    quotes: ['"""', "'''", '"', "'"],
    tall: ['"""', "'''"],
  },
  ruby: hashed,
  shellscript: hashed,
  powershell: hashed,
  bsl: { line: ["//"], hasBlocks: false, quotes: ['"'], tall: [], doubles: true },
};

export const codeLanguages: readonly string[] = Object.keys(syntaxes);

/** The texts in quotes of a program, in order; none for a language that is not known. Each place is looked at once. */
export function codeStrings(text: string, language: string): readonly CodeString[] {
  const syntax = Object.hasOwn(syntaxes, language) ? syntaxes[language] : undefined;
  if (syntax === undefined) return [];
  const { line, hasBlocks, quotes, tall, doubles = false, isInPage = false } = syntax;
  const signs = [...line, ...(hasBlocks ? ["/*"] : []), ...quotes, ...(isInPage ? ["?>"] : [])];
  const starts = new RegExp(signs.map((sign) => sign.replace(/[*/?]/g, "\\$&")).join("|"), "g");
  const found: CodeString[] = [];
  starts.lastIndex = isInPage ? behind(text, "<?", 0) : 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const [sign] = start;
    const from = start.index + sign.length;
    if (sign === "?>") starts.lastIndex = behind(text, "<?", from);
    else if (sign === "/*") starts.lastIndex = behind(text, "*/", from);
    else if (quotes.includes(sign)) {
      const to = stringEnd(text, from, sign, tall.includes(sign), doubles);
      found.push({ from, to });
      starts.lastIndex = to + (text.startsWith(sign, to) ? sign.length : 0);
    } else starts.lastIndex = behind(text, "\n", from);
  }
  return found;
}

function behind(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

function stringEnd(
  text: string,
  from: number,
  quote: string,
  isTall: boolean,
  doubles: boolean,
): number {
  const first = quote.charAt(0);
  const stops = first === '"' ? /["\\\n]/g : first === "'" ? /['\\\n]/g : /[`\\\n]/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(text); stop !== null; stop = stops.exec(text)) {
    const { index, 0: sign } = stop;
    if (sign === "\n") {
      if (!isTall) return index;
    } else if (sign === "\\") {
      if (!doubles) stops.lastIndex = index + 2;
    } else if (doubles && text.charAt(index + 1) === first) stops.lastIndex = index + 2;
    else if (text.startsWith(quote, index)) return index;
  }
  return text.length;
}
