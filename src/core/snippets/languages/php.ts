import { hasUnprintable, replaceUnprintable } from "./escapes";
import type { Notation } from "./literal";

/** In single quotes, where PHP looks for nothing; in double quotes only where something has to be escaped. */
export function phpText(text: string): string {
  if (!hasUnprintable(text)) return `'${text.replace(/[\\']/g, "\\$&")}'`;
  const escaped = text.replace(/[\\"$]/g, "\\$&");
  return `"${replaceUnprintable(escaped, (code) => `\\u{${code.toString(16)}}`)}"`;
}

export const php: Notation = {
  text: phpText,
  token: ({ before }) =>
    before === undefined
      ? "getenv('B24_BOT_TOKEN')"
      : `${phpText(before)} . rawurlencode(getenv('B24_BOT_TOKEN'))`,
  entry: (name, value) => `${phpText(name)} => ${value}`,
  list: ["[", "]"],
  map: ["[", "]"],
  space: "",
  indent: "    ",
  nothing: "null",
  flags: ["true", "false"],
  closesWithComma: true,
};
