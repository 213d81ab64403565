/**
 * Characters that would change how a line of code is drawn, or end it: controls, direction overrides and isolates,
 * invisible operators, the separators of lines.
 */
const unprintable = new RegExp(
  "([\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF])",
  "g",
);

export function replaceUnprintable(text: string, replace: (code: number) => string): string {
  return text.replace(unprintable, (character) => replace(character.charCodeAt(0)));
}

export function hasUnprintable(text: string): boolean {
  return text.search(unprintable) >= 0;
}

/** Every second piece is such a character, the others are what stands around them. */
export function splitAtUnprintable(text: string): readonly string[] {
  return text.split(unprintable);
}

export function hex4(code: number): string {
  return code.toString(16).padStart(4, "0");
}

/** A text in double quotes as JSON, JavaScript, Python and Go agree on it. */
export function doubleQuoted(text: string): string {
  return replaceUnprintable(JSON.stringify(text), (code) => `\\u${hex4(code)}`);
}
