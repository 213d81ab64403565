import { doubleQuoted } from "./escapes";
import type { Notation } from "./literal";

export const goText = doubleQuoted;

/** @param map the type of a map of parameters */
export function goNotation(map: string): Notation {
  return {
    text: goText,
    token: ({ before }) =>
      before === undefined
        ? 'os.Getenv("B24_BOT_TOKEN")'
        : `${goText(before)} + url.QueryEscape(os.Getenv("B24_BOT_TOKEN"))`,
    entry: (name, value) => `${goText(name)}: ${value}`,
    list: ["[]any{", "}"],
    map: [`${map}{`, "}"],
    space: "",
    indent: "\t",
    nothing: "nil",
    flags: ["true", "false"],
    closesWithComma: true,
    lines: linedUp,
  };
}

/** As gofmt does: the values of neighbours that have one line each begin in the same column. */
function linedUp(entries: readonly (readonly [string, string])[]): string[] {
  const widths = entries.map(([name, value]) => (value.includes("\n") ? 0 : goText(name).length));
  return entries.map(([name, value], index) => {
    if (value.includes("\n")) return `${goText(name)}: ${value}`;
    const column = Math.max(...neighbours(widths, index));
    return `${goText(name)}:${" ".repeat(column - goText(name).length + 1)}${value}`;
  });
}

/** The run of lines around an entry that no entry of several lines interrupts. */
function neighbours(widths: readonly number[], index: number): readonly number[] {
  const start = widths.lastIndexOf(0, index) + 1;
  const end = widths.indexOf(0, index);
  return widths.slice(start, end < 0 ? undefined : end);
}
