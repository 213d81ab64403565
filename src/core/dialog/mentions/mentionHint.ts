import { longestLine } from "../../base/textLimits";

/** Every mention holds one of these, or a sign that may split or disguise it: a test that costs nothing. */
export const mentionHint =
  /chat|dialog|чат|диалог|im_|entity_?type|session|сесси|sg[1-9]|(?:\||%(?:25)?7c)[1-9]|(?:\/|%(?:25)*2f)(?:details|show|view|edit|user|group)(?:\\*\/|%(?:25)*2f)[1-9]|[\u001b\u00ad\u200b-\u200f\u2060\ufeff\uff01-\uff5e]/i;

/** The same for what programs print: lines of data are none to look at. */
export function mayNameOne(line: string): boolean {
  return line.length <= longestLine && mentionHint.test(line);
}

/** The part of a line that is looked at: of a long one what stands around a place. */
export function aroundPlace(line: string, at: number): string {
  return line.length <= longestLine
    ? line
    : line.slice(Math.max(0, at - longestLine), at + longestLine);
}
