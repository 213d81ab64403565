/** What a sidebar of 300 px leaves for the words of a row below its portal, in px of VS Code's 13 px font. */
const roomAtTop = 212;
const indentPx = 8;
const badgePx = 28;
const gapPx = 10;
/** A description is drawn a little smaller. */
const descriptionScale = 0.92;
/** Below that a title says nothing. */
const leastPx = 48;

const segmenter = new Intl.Segmenter();

/** About how wide VS Code draws a text, rather too much than too little: systems have fonts of their own. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const character of text) sum += widthOfCharacter(character);
  return sum;
}

function widthOfCharacter(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x1100) return 14;
  if (/[\p{M}\u200b-\u200f]/u.test(character)) return 0;
  if (/[ijltfrI.,:;'’"|!()[\]{} /\\-]/.test(character)) return 4.8;
  if (/[mwMWЖШЩЮЫФМжшщюыфм@%…—]/.test(character)) return 11;
  return /\p{Lu}/u.test(character) ? 9 : 7.4;
}

/**
 * A title as far as a narrow sidebar shows it without cutting the id behind it: what VS Code cuts is the end of the row.
 * @param depth of the row: 0 for one at the root
 */
export function fitTitle(title: string, id: string, depth: number, hasBadge: boolean): string {
  const room =
    roomAtTop -
    indentPx * depth -
    widthOf(id) * descriptionScale -
    gapPx -
    (hasBadge ? badgePx : 0);
  return fit(title, Math.max(leastPx, room));
}

function fit(text: string, px: number): string {
  if (widthOf(text) <= px) return text;
  let left = px - widthOf("…");
  let cut = "";
  for (const { segment } of segmenter.segment(text)) {
    // What joins or marks a character takes no room of its own.
    left -= widthOf(String.fromCodePoint(segment.codePointAt(0) ?? 0));
    if (left < 0) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
