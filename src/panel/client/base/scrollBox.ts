import "./scrollBox.css";

const tallTextLength = 1200;
const tallTextLines = 14;

/** Whether a text is long enough to scroll in a box of its own: one that the keyboard reaches, too. */
export function isTall(text: string): boolean {
  return text.length > tallTextLength || text.split("\n", tallTextLines + 1).length > tallTextLines;
}
