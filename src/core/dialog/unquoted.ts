const opening: ReadonlySet<string> = new Set("\"'`<[(«“„‘");
const closing: ReadonlySet<string> = new Set("\"'`>]),;.!?…»”“’");

/** Without what text and code put around a value. No expression: on long texts they take minutes. */
export function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && opening.has(text.charAt(start))) start++;
  while (start < end && closing.has(text.charAt(end - 1))) end--;
  return text.slice(start, end).trim();
}
