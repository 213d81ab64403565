/** A part of a text, and what is to stand there. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Language {
  readonly quotes: string;
  /** What stands directly before a quote and belongs to it: `f"…"`, `$@"…"`. */
  readonly prefix?: RegExp;
  read(variable: string): string;
  readonly plus: string;
  /** Where the language wants a constant, nothing can be read at run time. */
  readonly wantsConstant?: RegExp;
}

const quotes = `"'`;

const javascript: Language = {
  quotes: `"'\``,
  read: (variable) => `process.env.${variable} ?? ""`,
  plus: " + ",
};

const languages: Readonly<Record<string, Language>> = {
  php: {
    quotes,
    read: (variable) => `getenv('${variable}')`,
    plus: " . ",
    wantsConstant:
      /\bconst\b|\b(?:function|fn)\b[^{]*$|^\s*(?:(?:public|private|protected|static|var|readonly|final)\s+)+[^()]*=\s*$/i,
  },
  javascript,
  javascriptreact: javascript,
  typescript: javascript,
  typescriptreact: javascript,
  python: {
    quotes,
    prefix: /(?<![\w])[rubft]{1,2}$/i,
    read: (variable) => `os.environ["${variable}"]`,
    plus: " + ",
  },
  go: {
    quotes: '"`',
    read: (variable) => `os.Getenv("${variable}")`,
    plus: " + ",
    wantsConstant: /\bconst\b/,
  },
  csharp: {
    quotes: '"',
    prefix: /[$@]{1,2}$/,
    read: (variable) => `System.Environment.GetEnvironmentVariable("${variable}")`,
    plus: " + ",
    wantsConstant: /\bconst\b|^\s*\[/,
  },
  java: {
    quotes: '"',
    read: (variable) => `System.getenv("${variable}")`,
    plus: " + ",
    wantsConstant: /^\s*@|\bcase\b/,
  },
};

/**
 * What puts an environment variable in place of a secret in code: of a string that holds more, the rest stays a string.
 * @param place of the secret
 * @returns `undefined`: the language has no way, or not at this place
 */
export function readFromEnvironment(
  text: string,
  place: { readonly offset: number; readonly length: number },
  languageId: string,
  variable: string,
): readonly TextEdit[] | undefined {
  const from = place.offset;
  const to = from + place.length;
  // Encoded, it is part of another address: the variable's value would not be.
  if (/%2f|\n/i.test(text.slice(from, to))) return undefined;
  const lineFrom = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const line = {
    text: text.slice(lineFrom, end < 0 ? undefined : end),
    from: from - lineFrom,
    to: to - lineFrom,
  };
  const edit =
    languageId === "shellscript"
      ? inShell(line, variable)
      : inCode(line, languageId, variable, isInGoConstants(text, lineFrom, languageId));
  if (edit === undefined) return undefined;
  const placed = { from: edit.from + lineFrom, to: edit.to + lineFrom, text: edit.text };
  const added = addedImport(text, languageId);
  return added === undefined ? [placed] : [placed, added];
}

interface Line {
  readonly text: string;
  /** Of the secret in it. */
  readonly from: number;
  readonly to: number;
}

interface Literal {
  /** The places of its quotes. */
  readonly open: number;
  readonly close: number;
  readonly quote: string;
}

function inCode(
  { text, from, to }: Line,
  languageId: string,
  variable: string,
  isConstant: boolean,
): TextEdit | undefined {
  const language = languages[languageId];
  if (language === undefined || isConstant) return undefined;
  const literal = literalAround(text, from, to, language.quotes);
  if (literal === undefined) return undefined;
  const { open, close, quote } = literal;
  const prefix = language.prefix?.exec(text.slice(0, open))?.[0] ?? "";
  const before = text.slice(0, open - prefix.length);
  const after = text.slice(close + 1);
  const isAttribute = /<[a-z][^<>]*=$/i.test(before);
  const isJsx = isAttribute && languageId.endsWith("react");
  const isLongString = text.slice(open - 2, open) === quote + quote;
  if (isLongString || /b/i.test(prefix) || language.wantsConstant?.test(before) === true) {
    return undefined;
  }
  if (isAttribute && !isJsx) return undefined;
  const read = language.read(variable);
  if (quote === "`" && language === javascript) return { from, to, text: `\${${read}}` };
  const literalOf = (part: string): string[] =>
    part === "" ? [] : [prefix + quote + part + quote];
  const first = literalOf(text.slice(open + 1, from));
  const rest = literalOf(text.slice(to, close));
  const isAlone =
    first.length + rest.length === 0 && /^\s*(?:[,;)\]}]|$)/.test(after) && !/[+]\s*$/.test(before);
  const needsBrackets = read.includes(" ?? ") && !isAlone;
  const whole = [...first, needsBrackets ? `(${read})` : read, ...rest].join(language.plus);
  return { from: open - prefix.length, to: close + 1, text: isJsx ? `{${whole}}` : whole };
}

function inShell({ text, from, to }: Line, variable: string): TextEdit | undefined {
  if (new RegExp(`\\b${variable}=`).test(text.slice(0, from))) return undefined;
  const quote = literalAround(text, from, to, quotes)?.quote;
  const read = `\${${variable}}`;
  const written = quote === '"' ? read : quote === "'" ? `'"${read}"'` : `"${read}"`;
  return { from, to, text: written };
}

/** The string of a line that holds a place; strings of several lines are none. */
function literalAround(
  text: string,
  from: number,
  to: number,
  allowed: string,
): Literal | undefined {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (open < 0) {
      if (at >= from) return undefined;
      if (allowed.includes(sign)) open = at;
    } else if (sign === "\\" && text.charAt(open - 1) !== "@") {
      at++;
    } else if (sign === text.charAt(open)) {
      if (open < from && at >= to) return { open, close: at, quote: sign };
      open = -1;
    }
  }
  return undefined;
}

function isInGoConstants(text: string, at: number, languageId: string): boolean {
  if (languageId !== "go") return false;
  const before = text.slice(0, at);
  return before.lastIndexOf("const (") > before.lastIndexOf("\n)");
}

function addedImport(text: string, languageId: string): TextEdit | undefined {
  if (languageId === "python" && !/^[ \t]*import[ \t]+(?:[\w., \t]+,[ \t]*)?os\b/m.test(text)) {
    const first = /^(?:import|from(?![ \t]+__future__))[ \t]/m.exec(text);
    const at = first?.index ?? /^(?:#.*\n|from[ \t]+__future__.*\n)*/.exec(text)?.[0].length ?? 0;
    return { from: at, to: at, text: "import os\n" };
  }
  if (languageId === "go" && !/^\s*(?:import\s+)?"os"\s*$/m.test(text)) {
    const first = /^import[ \t]+(?:\(\n)?/m.exec(text);
    if (first === null) return undefined;
    const isBlock = first[0].endsWith("(\n");
    const at = first.index + (isBlock ? first[0].length : 0);
    return { from: at, to: at, text: isBlock ? '\t"os"\n' : 'import "os"\n' };
  }
  return undefined;
}
