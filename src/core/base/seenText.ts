/**
 * A text as its reader sees it: without the colors of a terminal and what draws nothing, full-width signs as plain
 * ones. What it is about is looked for in this one; places are those of the original.
 */
export interface SeenText {
  readonly text: string;
  /** @param place of a character of `text` */
  readonly originalPlace: (place: number) => number;
}

const signs = /[\u001b\u00ad\u200b-\u200f\u2060\ufeff\uff01-\uff5e]/;
/** Colors also as JSON and code escape them, and as a log has them that lost the first character. */
const escaped = /\\(?:u001b|x1b|033|e)\[|\[\d{1,3}(?:;\d{1,3}){0,5}m/i;
const odd =
  /((?:\u001b\[[\d;]{0,20}m|[\u00ad\u200b-\u200f\u2060\ufeff])+)|([\uff01-\uff5e]{1,20})/gi;
const oddInPaste =
  /((?:(?:\u001b|\\(?:u001b|x1b|033|e))\[[\d;]{0,20}m|\[\d{1,3}(?:;\d{1,3}){0,5}m|[\u00ad\u200b-\u200f\u2060\ufeff])+)|([\uff01-\uff5e]{1,20})/gi;
/** A paste with more is none that somebody has colored: its rest stays as it is. */
const mostOfPaste = 5_000;

/** @param isPaste also colors whose first character was lost or escaped: in code they would be something else */
export function seenText(text: string, isPaste: boolean): SeenText {
  if (!signs.test(text) && !(isPaste && escaped.test(text))) {
    return { text, originalPlace: (place) => place };
  }
  const cuts: { readonly at: number; readonly removed: number }[] = [];
  const parts: string[] = [];
  let [from, removed, count] = [0, 0, 0];
  for (const { 0: piece, 2: wide, index } of text.matchAll(isPaste ? oddInPaste : odd)) {
    if (isPaste && ++count > mostOfPaste) break;
    parts.push(text.slice(from, index));
    from = index + piece.length;
    if (wide !== undefined) {
      parts.push(String.fromCharCode(...Array.from(wide, (sign) => sign.charCodeAt(0) - 0xfee0)));
      continue;
    }
    cuts.push({ at: index - removed, removed: removed + piece.length });
    removed += piece.length;
  }
  return {
    text: parts.join("") + text.slice(from),
    originalPlace: (place) => {
      let [low, high] = [0, cuts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cuts[middle]?.at ?? 0) <= place) low = middle + 1;
        else high = middle;
      }
      return place + (cuts[low - 1]?.removed ?? 0);
    },
  };
}
