import { splitAtUnprintable } from "./escapes";

/** A text of the language of 1C: a quote is written twice, what has no place in a line is named by its code. */
export function bslText(text: string): string {
  const pieces = splitAtUnprintable(text).map((piece, index) =>
    index % 2 === 0 ? `"${piece.replaceAll('"', '""')}"` : `Символ(${piece.charCodeAt(0)})`,
  );
  return pieces.length === 1
    ? pieces.join("")
    : pieces.filter((piece) => piece !== '""').join(" + ");
}
