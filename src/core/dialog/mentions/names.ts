/** What a name says its number is. */
export type NamedKind = "dialog" | "chat" | "session";

export interface NamedValue {
  readonly kind: NamedKind;
  /** Where the name begins. */
  readonly start: number;
  /** Where the value begins, past quotes, brackets and types. */
  readonly valueAt: number;
  /** The value stands in a list: others may follow. */
  readonly isList: boolean;
}

/** `[DIALOG_ID]`, `DIALOG_ID"`, escaped once or more, and as PHP, JSON, HTML or an address writes them. */
const quote = String.raw`(?:\\*["'\x60]|%(?:25)*2[27]|&(?:quot|apos|#0?39);|\\+u002[27])`;
const closing = String.raw`(?:${quote}|\\*[\])}]|%(?:25)*5D)`;
const blank = String.raw`(?:\s|\\[nrt]|%(?:25)*20|\+(?=["'\d]))`;
const equals = String.raw`(?:=>|-{1,2}>|→|⇒|:=|={1,3}|:|%(?:25)*3D|%(?:25)*3A)`;
/** `chatId: number = 29`, `chatId?: …`. */
const declaredType = String.raw`(?:\s?[?!]?:\s{0,2}[a-z][\w.]{0,20}(?:\[\]|\?)?(?=\s{0,2}=[^=>]))?`;

const separators: readonly string[] = [
  String.raw`${closing}{0,6}${declaredType}${blank}{0,40}${equals}`,
  // Two arguments of a call, a pair, PHP's serialize, Kotlin: only behind a name in quotes.
  String.raw`${quote}${blank}{0,8}(?:,|;|to\b)`,
  // A column of a table.
  String.raw`${closing}?\s{0,20}(?:\||\t)`,
  // A field of a form with several parts.
  String.raw`${quote}(?:\r?\n|\\r\\n|\\n){2}`,
];

/** What may stand before a value: quotes, brackets and what languages and dumps say of its type. */
const opening = [
  String.raw`${blank}{1,80}`,
  quote,
  String.raw`(?:string|str|int|integer|float|double|number)\s?\(\d*\)`,
  String.raw`array\s?\(\d*\)|array\b|i:0;`,
  String.raw`[sa]:\d+:(?=\\*["{])|[idbs]:(?=\d)`,
  String.raw`\\*\[0\\*\]\s?=>|0\s?=>`,
  String.raw`(?:\[\])?(?:string|any|u?int(?:8|16|32|64)?|long|interface\s?\{\})(?=\s?[{(])`,
  String.raw`(?:String|Integer|Long|Number|BigInt|str|parseInt|StringValues|Some|Just|Set|(?:Array)?List)(?:<\w{1,20}>)?(?:\.(?:valueOf|of))?(?=\s?[({[])`,
  String.raw`(?:Arrays\.asList|Collections\.singletonList)(?=\()`,
  String.raw`[bu](?=["'])|[$@](?=")|new\b(?:\[\])?`,
  String.raw`\\*[\[({]|%(?:25)*5B|[#№]`,
].join("|");

const gap = new RegExp(`(?:${separators.join("|")})((?:${opening}){0,24})`, "iy");
/** Between a name without "id" and a number: fewer things, for such words stand in every text. */
const narrowGap = new RegExp(
  String.raw`${quote}?\]?(?:\s{0,4}(?:=>|->|→|[:=](?!=)|%3D)\s{0,4}|\s?(?=[#№]))(?:${quote}|[\[#№]|\s){0,4}`,
  "iy",
);
/** `--dialog-id 5`. */
const optionGap = /[ =]{1,2}["']?/y;
const tag = />\s{0,40}/y;

const idEnding = String.raw`(?:[_-]?ids?(?!\w)|\]\[id(?=\])|%(?:25)*5D%(?:25)*5Bid(?=%)|\.id(?![\w(])|\s(?:id|ид)(?=\s?[:=#№])|\\*["'\x60]?\s{0,4}(?:=>|:)\s{0,4}(?:[{\[(]|Array\s{1,20}\()\s{0,40}\[?\\*["']?id(?=["'\\\]:]))`;
const nameForm = new RegExp(
  String.raw`(?:(chat|чат(?:а|у|ом|е)?)|(dialog(?:ue)?|диалог(?:а|у|ом|е)?)|session|сесси(?:я|и|ю|ей))(${idEnding})?`,
  "iy",
);
const linkForm = /im_(?:dialog|lines|openlines|copilot|collab|channel|history)(?!\w)/iy;

/** Ids of other messengers' chats are named so, too. */
const foreign =
  /(?:telegram|whats_?app|slack|discord|viber|skype|facebook|teams|(?:^|_)(?:tg|fb|vk|max|wa))[_-]?$/i;

/** A name longer than this is none. */
const longestName = 60;

/**
 * Reads the name that a text shows somewhere, and finds where its value begins.
 * @param at where the word begins that tells the name: `DIALOG` of `BITRIX_DIALOG_ID`
 */
export function namedValueAt(text: string, at: number): NamedValue | undefined {
  nameForm.lastIndex = at;
  const form = nameForm.exec(text);
  if (form === null) return undefined;
  const [whole, chat, dialog, id] = form;
  const kind = chat !== undefined ? "chat" : dialog !== undefined ? "dialog" : "session";
  const end = at + whole.length;
  const start = nameStart(text, at);
  if (id === undefined) return bareName(text, at, end, kind);
  if (kind === "chat" && foreign.test(text.slice(start, at))) return undefined;
  const named = { kind, start } as const;
  return (
    valueBehind(text, gap, named, end) ??
    (text.startsWith("--", start - 2) ? valueBehind(text, optionGap, named, end) : undefined) ??
    (text.charAt(start - 1) === "<" ? valueBehind(text, tag, named, end) : undefined)
  );
}

/** The messenger's other parameters: `IM_LINES=`. */
export function linkValueAt(text: string, at: number): NamedValue | undefined {
  linkForm.lastIndex = at;
  if (!linkForm.test(text)) return undefined;
  return valueBehind(text, gap, { kind: "dialog", start: at }, linkForm.lastIndex);
}

/** The next value of a list. */
export function nextInList(text: string, at: number): number | undefined {
  listComma.lastIndex = at;
  return listComma.test(text) ? listComma.lastIndex : undefined;
}

const listComma = new RegExp(
  String.raw`${quote}?\s{0,8},\s{0,40}(?:\d{1,3}\s?=>\s?)?[bu]?${quote}?(?=\d)`,
  "iy",
);

/** `DIALOG: 27`, `chat #29`: a word of its own, and not a number of something in code. */
function bareName(text: string, at: number, end: number, kind: NamedKind): NamedValue | undefined {
  if (!/^(?:[^\p{L}\p{N}_.$-]|)$/u.test(text.charAt(at - 1))) return undefined;
  const found = valueBehind(text, narrowGap, { kind, start: at }, end);
  if (found === undefined || kind !== "session") return found;
  const isLatin = text.charCodeAt(at) < 128;
  return isLatin && !/[#№]/.test(text.slice(end, found.valueAt)) ? undefined : found;
}

function valueBehind(
  text: string,
  form: RegExp,
  named: Pick<NamedValue, "kind" | "start">,
  end: number,
): NamedValue | undefined {
  form.lastIndex = end;
  const found = form.exec(text);
  if (found === null) return undefined;
  const isList = /[[({]|array|%5B/i.test(found[1] ?? "");
  return { ...named, valueAt: form.lastIndex, isList };
}

function nameStart(text: string, at: number): number {
  let start = at;
  const furthest = Math.max(0, at - longestName);
  while (start > furthest && isNamePart(text.charCodeAt(start - 1))) start--;
  // `%5BDIALOG_ID`: the two signs behind the percent are no part of the name.
  return text.charAt(start - 1) === "%" ? Math.min(start + 2, at) : start;
}

function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code >= 0x400 && code < 0x500)
  );
}
