/** How a comment begins that reaches to the end of its line. */
const comments: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      "//",
      "php javascript javascriptreact typescript typescriptreact go csharp java kotlin swift rust dart c cpp scala groovy jsonc",
    ],
    ["#", "python shellscript yaml ruby perl r powershell dockerfile makefile toml"],
    ["--", "sql lua"],
  ].flatMap(([mark = "", ids = ""]) => ids.split(" ").map((id) => [id, mark])),
);

/**
 * A comment that tells the leak guard, and people, that a place holds no secret.
 * @returns `undefined`: there may be none, or it might become part of a string or of a page
 */
export function allowComment(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  languageId: string,
): { readonly at: number; readonly text: string } | undefined {
  const mark = comments[languageId];
  if (mark === undefined) return undefined;
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset + length);
  const line = text.slice(from, next < 0 ? undefined : next).replace(/\r$/, "");
  const [before, after] = [line.slice(0, offset - from), line.slice(offset - from + length)];
  const quote = /(["'`])[^"'`]*$/.exec(before)?.[1];
  // A string that ends on its line is followed by code; a page, a continued line and a long string are not.
  const isClosed =
    quote !== undefined && after.includes(quote) && !before.includes(quote.repeat(3));
  const isCommented = before.trimStart().startsWith(mark);
  if ((!isClosed && !isCommented) || after.includes("?>") || after.endsWith("\\")) return undefined;
  return { at: from + line.length, text: `${isCommented ? "" : ` ${mark}`} not a secret` };
}
