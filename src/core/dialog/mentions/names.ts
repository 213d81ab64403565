import { isWordAt } from "./boundaries";

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
const quote = String.raw`(?:[\\^]*["'\x60]|%(?:25)*2[27]|&(?:quot|apos|#0?3[49]|#x0?2[27]);|\\+u002[27])`;
const closing = String.raw`(?:${quote}|\\*[\])}]|\^?%(?:25)*5D|\*\*(?=[:\s]))`;
const blank = String.raw`(?:\s|\\[nrt]|%(?:25)*20|\+(?=["'\d]))`;
const equals = String.raw`(?:=>|(?<=\s)[—–](?=\s)|-{1,2}>|→|⇒|:=|={1,3}|:|%(?:25)*3D|%(?:25)*3A)`;
/** `chatId: number = 29`, `chatId?: …`, `chat_id: Optional[int] = 29`. */
const declaredType = String.raw`(?:\s?[?!]?:\s{0,2}[a-z][\w.]{0,20}(?:\[\w{0,12}\]|\?)?(?:\s?\|\s?\w{1,12})?(?=\s{0,2}=[^=>])|\s(?:u?int(?:32|64)?|string|number|long)(?=\s=[^=>]))?`;

const separators: readonly string[] = [
  String.raw`${closing}{0,6}${declaredType}${blank}{0,40}${equals}`,
  // Name and value as two fields or attributes, maybe one between them: Postman, HAR, a form of HTML.
  String.raw`${quote}(?!\s{0,8}\n\s{0,40}value\s?=\s?\d)${blank}{0,8},?${blank}{0,40}(?:${quote}?type${quote}?\s?[:=]\s?${quote}\w{1,20}${quote},?\s{0,40})?${quote}?value${quote}?${blank}{0,4}[:=]`,
  // The same in YAML: another line of code may begin with the word, too.
  String.raw`(?<=name:[ \t]{1,8}\w{1,60})\r?\n[ \t]{1,40}value:`,
  // Two arguments of a call, a pair, PHP's serialize, Kotlin: only behind a name in quotes.
  String.raw`\]?${quote}${blank}{0,8}(?:,|;|to\b)`,
  // Cells of HTML.
  String.raw`</t[dh]>\s{0,40}<t[dh][^<>]{0,80}>`,
  // An element of XML whose attribute is the name.
  String.raw`${quote}\s?>`,
  // A column of a table.
  String.raw`${closing}?\s{0,20}(?:\||\t)`,
  // A field of a form with several parts.
  String.raw`${quote}(?:\r?\n|\\r\\n|\\n){2}`,
];

/** What may stand before a value: quotes, brackets and what languages and dumps say of its type. */
const opening = [
  String.raw`${blank}{1,80}`,
  quote,
  String.raw`string\s?\(\d+\)(?=\s)|\((?:string|str|int|integer|long|number)\)|(?:int|integer|float)(?=\()`,
  String.raw`array\s?\(\d*\)|array\b|i:0;`,
  String.raw`[sa]:\d+:(?=\\*["{])|[idbs]:(?=\d)`,
  String.raw`\\*\[0\\*\]\s?=>|0\s?=>`,
  String.raw`(?:\[\])?(?:string|any|u?int(?:8|16|32|64)?|long|interface\s?\{\})(?=\s?[{(])`,
  String.raw`(?:String|Integer|Long|Number|BigInt|str|parseInt|StringValues|Some|Just|Set|(?:Array)?List)(?:<\w{1,20}>)?(?:\.(?:valueOf|of))?(?=\s?[({[])`,
  String.raw`(?:Arrays\.asList|Collections\.singletonList)(?=\()`,
  String.raw`[bu](?=["'])|[$@](?=")|new\b(?:\[\])?|/\*[^*]{0,80}\*/`,
  String.raw`\\*[\[({]|%(?:25)*5B|[#№]|\*\*(?=[\s\d])`,
].join("|");

const gap = new RegExp(`(?:${separators.join("|")})(?:${opening}){0,24}`, "iy");
/** A sentence, `chat with ID 29`: in documents numbers of other things stand so, too. */
const sentenceGap = /(?<=\s(?:id|ид))\s(?=\d)/iy;
/** Between a name without "id" and a number: fewer things, for such words stand in every text. */
const narrowGap = new RegExp(
  String.raw`${quote}?\]?(?:\s{0,4}(?:=>|->|→|[:=](?!=)|%3D)\s{0,4}|\s?(?=[#№]))(?:${quote}|[\[#№]|\s){0,4}`,
  "iy",
);
/** `--dialog-id 5`. */
const optionGap = /[ =]{1,2}["']?/y;
const tag = />\s{0,40}(?:<!\[CDATA\[)?/y;

/** `_ID`, `Id`, `][id`: what makes the name of an id out of a word. */
const idEnding =
  /(?:[_-]?ids?(?!\w)|\]\[id(?=\])|%(?:25)*5D%(?:25)*5Bid(?=%)|\.id(?![\w(])|\s(?:(?:with|с)\s)?(?:id|ид)(?=\s?[:=#№]|\s\d)|["']?:[ \t]{0,8}\r?\n[ \t]{1,20}["']?id(?=["']?:)|\\*["'`]?\s{0,4}(?:=>|:)\s{0,4}(?:[{[(]|Array\s{1,20}\()\s{0,40}\[?\\*["']?id(?=["'\\\]:]))/iy;
const wordEnding = /ue(?!\w)|(?:а|у|ом|е|я|и|ю|ей)(?![\wа-яё])/iy;
const linkForm = /im_(?:dialog|lines|openlines|copilot|collab|channel|history)(?!\w)/iy;

/** Ids of other messengers' chats are named so, too: as a part of the name, its parent or the word before it. */
const messengers =
  "telegram|телеграм|whats_?app|slack|discord|viber|skype|facebook|teams|(?:^|_)(?:tg|fb|vk|max|wa)";
const foreign = new RegExp(
  String.raw`(?:${messengers})(?:[_-]?|["']?\s?[:=]>?[\s{["'(]{0,40})$`,
  "i",
);
const foreignWord = new RegExp(`(?:${messengers}) $`, "i");
const foreignNameReach = 60;

/** A message of Telegram holds its chat: `message.chat.id`, `"is_bot":false},"chat":{"id":7`. */
const foreignMessage = /message\??\.$|["']?(?:is_bot|update_id)["']?:[^]*$/;
const foreignReach = 300;

/** @param end where the word ends that tells the name */
function isForeign(text: string, start: number, at: number, end: number): boolean {
  if (start < at) return foreign.test(text.slice(start, at));
  const before = text.slice(Math.max(0, at - foreignNameReach), at);
  if (foreign.test(before)) return true;
  const behind = text.charAt(end);
  // In a log a field before may end with such a word; in a sentence it belongs to the chat.
  if (behind === " " && foreignWord.test(before)) return true;
  return (
    /[^\w\s-]/.test(behind) && foreignMessage.test(text.slice(Math.max(0, at - foreignReach), at))
  );
}

/** A name longer than this is none. */
const longestName = 60;

/**
 * Reads the name that a text shows somewhere, and finds where its value begins.
 * @param at where the word begins that tells the name: `DIALOG` of `BITRIX_DIALOG_ID`
 * @param word the word itself, or what all its forms begin with
 * @param isPaste also where a blank alone is between name and value
 */
export function namedValueAt(
  text: string,
  at: number,
  word: string,
  isPaste: boolean,
): NamedValue | undefined {
  let end = at + word.length;
  if (!mayGoOn(text, end)) return undefined;
  if (isLetter(text.charCodeAt(end))) end = behindForm(wordEnding, text, end) ?? end;
  const kind = kindOf(word);
  const idEnd = behindForm(idEnding, text, end);
  if (idEnd === undefined) return bareName(text, at, end, kind);
  const start = nameStart(text, at);
  if (kind === "chat" && isForeign(text, start, at, end)) return undefined;
  return (
    quickValue(text, idEnd, kind, start) ??
    valueBehind(text, gap, kind, start, idEnd) ??
    (isPaste ? valueBehind(text, sentenceGap, kind, start, idEnd) : undefined) ??
    (text.startsWith("--", start - 2)
      ? valueBehind(text, optionGap, kind, start, idEnd)
      : undefined) ??
    (text.charAt(start - 1) === "<" ? valueBehind(text, tag, kind, start, idEnd) : undefined)
  );
}

function kindOf(word: string): NamedKind {
  switch (word.charAt(0)) {
    case "c":
    case "C":
    case "ч":
    case "Ч":
      return "chat";
    case "d":
    case "D":
    case "д":
    case "Д":
      return "dialog";
    default:
      return "session";
  }
}

/** Whether a name of an id may go on so: a first look, for the words stand in every other sentence. */
function mayGoOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return true;
  switch (code) {
    case 46: // .
    case 95: // _
    case 45: // -
      return (text.charCodeAt(at + 1) | 32) === 105 || code === 45;
    // Blank.
    case 32: {
      const next = text.charCodeAt(at + 1);
      // `id`, `with id`.
      return !isLetter(next) || (next | 32) === 105 || (next | 32) === 119 || next >= 128;
    }
    case 73: // I
    case 105:
    case 85: // U
    case 117:
      return true;
    default:
      return !isLetter(code) && !(code >= 48 && code <= 57);
  }
}

function behindForm(form: RegExp, text: string, at: number): number | undefined {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : undefined;
}

/** The usual ways to write a value, without an expression: `DIALOG_ID=5`, `"CHAT_ID": 29`, `[DIALOG_ID] => '5'`. */
function quickValue(
  text: string,
  end: number,
  kind: NamedKind,
  start: number,
): NamedValue | undefined {
  let at = end;
  while (isCloser(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) === 32) at++;
  const sign = text.charCodeAt(at);
  if (sign !== 58 && sign !== 61) return undefined;
  at++;
  if (sign === 61 && text.charCodeAt(at) === 62) at++;
  if (text.charCodeAt(at) === 32) at++;
  if (isQuote(text.charCodeAt(at))) at++;
  const value = text.charCodeAt(at);
  const isValue = (value >= 49 && value <= 57) || (value | 32) === 99 || (value | 32) === 115;
  if (!isValue) return undefined;
  // `chat…` and `sg…`; of types such as `string(1)` the expression knows.
  const isDigits = value <= 57;
  const next = text.charCodeAt(at + 1) | 32;
  if (!isDigits && next !== ((value | 32) === 99 ? 104 : 103)) return undefined;
  return { kind, start, valueAt: at, isList: false };
}

function isCloser(code: number): boolean {
  return isQuote(code) || code === 93 || code === 41;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 128;
}

/** The messenger's other parameters: `IM_LINES=`. */
export function linkValueAt(text: string, at: number): NamedValue | undefined {
  linkForm.lastIndex = at;
  if (!linkForm.test(text)) return undefined;
  const end = linkForm.lastIndex;
  return quickValue(text, end, "dialog", at) ?? valueBehind(text, gap, "dialog", at, end);
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

const ours = /(?<![a-z\d_])(?:b24|bitrix(?:24)?|bx(?:24)?)_$/i;

/** `DIALOG: 27`, `chat #29`, `B24_CHAT=29`: a word of its own, and not a number of something in code. */
function bareName(text: string, at: number, end: number, kind: NamedKind): NamedValue | undefined {
  const before = text.charCodeAt(at - 1);
  if (before === 46 || before === 36 || before === 45) return undefined;
  const isOurs = isWordAt(text, at - 1);
  if (isOurs && !ours.test(text.slice(Math.max(0, at - 10), at))) return undefined;
  const quick = kind === "session" ? undefined : quickValue(text, end, kind, at);
  const found = quick ?? valueBehind(text, narrowGap, kind, at, end);
  // `BITRIX_CHAT=1` switches something on.
  if (
    found === undefined ||
    (isOurs && /^1(?!\d)/.test(text.slice(found.valueAt, found.valueAt + 2)))
  )
    return undefined;
  if (kind === "chat" && isForeign(text, at, at, end)) return undefined;
  if (kind !== "session") return found;
  const isLatin = text.charCodeAt(at) < 128;
  return isLatin && !/[#№]/.test(text.slice(end, found.valueAt)) ? undefined : found;
}

function valueBehind(
  text: string,
  form: RegExp,
  kind: NamedKind,
  start: number,
  end: number,
): NamedValue | undefined {
  form.lastIndex = end;
  if (!form.test(text)) return undefined;
  const valueAt = form.lastIndex;
  return { kind, start, valueAt, isList: /[[({]|array|%5B/i.test(text.slice(end, valueAt)) };
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
