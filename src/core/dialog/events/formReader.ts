import {
  newObject,
  putPath,
  type Effort,
  type Lengths,
  type OpenObject,
  type Repeated,
} from "./dump";

const bracket = String.raw`(?:\[|%5B)`;
const closing = String.raw`(?:\]|%5D)`;
const inside = String.raw`(?:(?!%5B|%5D)[^=&\s[\]]){0,200}`;
const name = String.raw`[A-Za-z_]\w{0,60}(?:${bracket}${inside}${closing}){0,20}`;
const start = new RegExp(
  String.raw`(?<![\w\]%])(?:event=ON|(?:data|auth)${bracket}\w{1,60}${closing})`,
  "gi",
);
const restOfName = /[^=&\s]{0,400}=/y;

/** Where the body of a request begins; `Infinity`: nowhere. */
export function formStart(text: string, effort: Effort): number {
  for (const { index, 0: found } of text.matchAll(start)) {
    restOfName.lastIndex = index + found.length;
    if (/^e/i.test(found) || restOfName.test(text)) return index;
    if (!effort.spend(20)) break;
  }
  return Infinity;
}

const pair = new RegExp(String.raw`^\s*(${name})=([\s\S]*)$`, "i");
const curlPart = /(?:--data(?:-\w{1,20})?|-d|-F|--form)\s{1,20}(?:'([^']*)'|"([^"]*)")/g;
/** What people write may hold anything; other values end with the line of a log that they stand in. */
const freeText = /(?:MESSAGE\w*|TITLE|NAME|WORK_POSITION|text|name|params|workPosition)\]$/i;

/** Reads `event=…&data[PARAMS][…]=…`, encoded or not, on one line or on one for each name. */
export function readForm(text: string, at: number, repeated: Repeated, effort: Effort): OpenObject {
  const root = newObject();
  const lengths: Lengths = new Map();
  let last: { readonly key: string; value: string } | undefined;
  const flush = (): void => {
    if (last !== undefined)
      putPath(root, last.key, valueOf(last.key, last.value), repeated, lengths);
    last = undefined;
  };
  for (const [piece, joint] of pieces(text, at, effort)) {
    const [, key, value] = pair.exec(piece) ?? [];
    if (key !== undefined && value !== undefined) {
      flush();
      last = { key: decoded(key), value };
    } else if (last !== undefined) last.value += joint + piece;
  }
  flush();
  return root;
}

function pieces(
  text: string,
  at: number,
  effort: Effort,
): readonly (readonly [piece: string, joint: string])[] {
  const before = text.slice(0, at);
  if (/(?:--data|\s-d|\s-F|--form)/.test(before)) {
    const parts = [...text.matchAll(curlPart)].map(([, single, double]) => single ?? double ?? "");
    return parts.flatMap((part) => part.split("&")).map((piece) => [piece, "&"]);
  }
  const found: (readonly [string, string])[] = [];
  let from = at;
  let joint = "";
  for (const { index, 0: sign } of text.slice(at).matchAll(/&(?!#?\w{1,8};)|\r?\n/g)) {
    if (!effort.spend(8)) return found;
    found.push([text.slice(from, at + index), joint]);
    from = at + index + sign.length;
    joint = sign;
  }
  return [...found, [text.slice(from), joint]];
}

function valueOf(key: string, raw: string): string {
  const isFree = freeText.test(key) && !/%[\da-f]{2}/i.test(raw);
  return decoded(isFree ? raw.trimEnd() : (/^[^\s"'`<>]*/.exec(raw)?.[0] ?? ""));
}

function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
