import { seenText } from "../../base/seenText";
import { readCrmWords } from "../crmObject";
import { readCrmType } from "../crmTypes";
import { chatRef, parseDialogId, parseExactDialogId } from "../dialogId";
import { findMentions } from "./findMentions";
import { subjectKey, type Mention, type Subject } from "./mention";
import { readTypedWords } from "./typedWords";

/** What a text that was handed over may mean. */
export interface Reading {
  readonly subject: ReadableSubject;
  /** Of the link that names it. */
  readonly host?: string;
  /** Where it stands among other things; absent: the text is nothing else. */
  readonly at?: number;
}

/** Strings of a chat's own data are read for what they name. */
type ReadableSubject = Exclude<Subject, { readonly kind: "entityData" }>;

/**
 * Reads what was typed, pasted or selected: one thing that the whole text names, else everything that is mentioned in
 * it, each once, in the order of the text but for a single DIALOG_ID, which is what events and calls are about.
 * @returns the most likely first; nothing for other texts
 */
export function readText(text: string): readonly Reading[] {
  if (text.length <= longestWhole) {
    const whole = readWhole(seenText(text, true).text);
    if (whole.length > 0) return whole.map((subject) => ({ subject }));
    const listed = readList(text);
    if (listed.length > 0) return once(listed);
  }
  const mentions = findMentions(text, { isPaste: true });
  if (mentions.length === 0) return once([...readCrmFields(text), ...readOpened(text)]);
  const readings = once(ofEventPortal(text.slice(0, longestEvent), mentions.flatMap(readingsOf)));
  return withOtherMeaning(leading(text, mentions, readings), text, mentions);
}

/** The readings of places in a document, each thing once. */
export function readingsAt(mentions: readonly Mention[]): readonly Reading[] {
  return once(mentions.flatMap(readingsOf));
}

function readWhole(text: string): readonly ReadableSubject[] {
  const parsed = parseDialogId(text);
  const ids = parsed.ok ? parsed.value.map((ref) => ({ kind: "dialog", ref }) as const) : [];
  const object = readCrmWords(text);
  if (object !== undefined) return [...ids, { kind: "crmObject", object }];
  return ids.length > 0 ? ids : readTypedWords(text).filter((subject) => isReadable(subject));
}

/** Longer texts are neither one name nor a list that somebody wants to look through. */
const longestWhole = 3_000;
/** What says of which portal and kind an event is: a longer text is not gone through for that. */
const longestEvent = 50_000;
const listed = /[^\s,;[\](){}"'`]+/g;

/** Ids alone, a line or a comma apart: `42, chat29`, a column of a table, an array. */
function readList(text: string): readonly Reading[] {
  if (!/[,;\n\t]/.test(text.trim())) return [];
  const words = [...withoutNumbers(text).matchAll(listed)];
  const readings = words.flatMap(({ 0: word, index }): readonly Reading[] => {
    const ref = parseExactDialogId(word);
    return ref === undefined ? [] : [{ subject: { kind: "dialog", ref }, at: index }];
  });
  return words.length > 1 && readings.length === words.length ? readings : [];
}

const listNumber = /^[ \t]*\d{1,3}[.)][ \t]+/;

/** The numbers of a numbered list, one before each line, are none of its ids. */
function withoutNumbers(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length < 2 || !filled.every((line) => listNumber.test(line))) return text;
  return lines
    .map((line) => line.replace(listNumber, (number) => " ".repeat(number.length)))
    .join("\n");
}

const crmField = /(?<![\p{L}\p{N}_])(?:[A-Z]{1,3}|T[\da-f]{1,8})_[1-9]\d{0,15}(?!\w)/gu;

/** `'UF_CRM_TASK' => ['D_88']`: beside such a name a value is an object of the CRM. */
function readCrmFields(text: string): readonly Reading[] {
  if (text.length > longestWhole || !/uf_?crm/i.test(text)) return [];
  return [...text.matchAll(crmField)].flatMap(({ 0: value, index }): readonly Reading[] => {
    const object = readCrmWords(value);
    return object === undefined ? [] : [{ subject: { kind: "crmObject", object }, at: index }];
  });
}

const opened =
  /(?<!\w)(?:BX24\.im|BXIM|(?:BX|(?<!\.)Messenger)(?:\.\w{1,30}){0,4})\.open(?:Messenger|Chat|History)\(\s{0,4}["'`]?([1-9]\d{0,15})["'`]?\s{0,4}[,)]/g;

/** `BX24.im.openMessenger(5)`: the messenger's own functions take a DIALOG_ID. */
function readOpened(text: string): readonly Reading[] {
  if (text.length > longestWhole) return [];
  return [...text.matchAll(opened)].flatMap(({ 1: digits = "", index }): readonly Reading[] => {
    const parsed = parseDialogId(digits);
    if (!parsed.ok) return [];
    return parsed.value.map((ref) => ({ subject: { kind: "dialog", ref }, at: index }));
  });
}

const eventPortal =
  /(?:(?<![a-z_])|(?<=%5B))domain(?:["'\\\]]|%5D){0,4}\s{0,8}(?:=>|[=:]|%3D)[\s"'\\[]{0,8}((?:[\w-]{1,63}\.){1,8}[\w-]{2,63}(?::\d{1,5})?)/gi;

/** The portal that sent an event: ids mean its dialogs, as those of a link do. */
function ofEventPortal(text: string, readings: readonly Reading[]): readonly Reading[] {
  if (readings.length === 0 || !eventName.test(text)) return readings;
  const hosts = new Set([...text.matchAll(eventPortal)].map(([, host = ""]) => host.toLowerCase()));
  const [host, another] = hosts;
  return host === undefined || another !== undefined
    ? readings
    : readings.map((reading) => ({ host, ...reading }));
}

function isReadable(subject: Subject): subject is ReadableSubject {
  return subject.kind !== "entityData";
}

function readingsOf({ subject, host, offset }: Mention): readonly Reading[] {
  const subjects = subject.kind === "entityData" ? subjectsIn(subject) : [subject];
  return subjects.map((found) => ({
    subject: found,
    at: offset,
    ...(host === undefined ? {} : { host }),
  }));
}

/** The session and the objects that a chat's strings name. @see REST brief, entities.md section 4 */
function subjectsIn({
  field,
  data,
}: Extract<Subject, { kind: "entityData" }>): readonly ReadableSubject[] {
  const parts = data.split("|");
  const sessionId = Number(parts[5]);
  const session =
    field === "entity_data_1" && /^[YN]$/.test(parts[0] ?? "") && sessionId > 0
      ? [{ kind: "session", sessionId } as const]
      : [];
  return [...session, ...parts.flatMap((part, index) => objectAt(part, parts[index + 1]))];
}

function objectAt(word: string, digits: string | undefined): readonly ReadableSubject[] {
  const type = readCrmType(word);
  const id = Number(digits);
  const isObject = type !== undefined && Number.isSafeInteger(id) && id > 0;
  return isObject ? [{ kind: "crmObject", object: { type, id } }] : [];
}

function once(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ subject, host }) => {
    const key = `${subjectKey(subject)} ${host ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** An event names chat, message, people and more: what it is about is its DIALOG_ID. */
function leading(
  text: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
): readonly Reading[] {
  const named = mentions.filter(({ start, offset }) =>
    /dialog(?!ue)/i.test(text.slice(start, offset)),
  );
  const keys = new Set(named.map(({ subject }) => subjectKey(subject)));
  const [key] = keys;
  if (keys.size !== 1 || key === undefined) return readings;
  const isFirst = ({ subject }: Reading): boolean => subjectKey(subject) === key;
  const chat = privateChat(text, mentions);
  const isChat = ({ subject }: Reading): boolean => subjectKey(subject) === chat;
  const first = readings.filter(isFirst);
  const chats = first.every(isNumber) ? readings.filter(isChat) : [];
  const rest = readings.filter((reading) => !isFirst(reading) && !chats.includes(reading));
  return [...chats, ...first, ...rest];
}

function isNumber({ subject }: Reading): boolean {
  return subject.kind === "dialog" && subject.ref.form === "user";
}

const privateType =
  /(?:message_?type|chat_?type|%5Btype%5D|\[type\]|["']type\\*["'])(?:["'\\\]\s:=>([,;]|%5D|%3D|string|\d|[bsu](?=["':])){1,30}(?:P|private)(?!\w)/i;
const eventName = /(?<![a-z])ON(?:IM|APP)[A-Z\d]{4,}/i;

/**
 * In the event of a private message, DIALOG_ID is the person as the bot sees it: for the webhook's owner the same
 * number is another dialog. The number of the chat is the same for every reader, and reading by it changes nothing.
 * @see REST brief, events.md
 */
function privateChat(text: string, mentions: readonly Mention[]): string | undefined {
  const event = text.slice(0, longestEvent);
  if (!privateType.test(event)) return undefined;
  const isEvent = eventName.test(event);
  const chat = mentions.find(({ start, offset, subject }) => {
    if (subject.kind !== "dialog" || subject.ref.form !== "chat") return false;
    const name = text.slice(start, offset);
    // A fragment is asked about for its DIALOG_ID; TO_CHAT_ID says where an event's message went.
    return /chat/i.test(name) && (isEvent || !/^to_?chat/i.test(name));
  });
  return chat === undefined ? undefined : subjectKey(chat.subject);
}

/** The number of a DIALOG_ID may have been meant as a chat's; that of a link or of a person's page was not. */
function withOtherMeaning(
  readings: readonly Reading[],
  text: string,
  mentions: readonly Mention[],
): readonly Reading[] {
  const [only, another] = readings;
  const [mention] = mentions;
  if (only === undefined || another !== undefined || mention === undefined) return readings;
  const { subject } = only;
  const name = text.slice(mention.start, mention.offset);
  const isNamed = mention.start < mention.offset && !/^im_/i.test(name);
  if (!isNamed || subject.kind !== "dialog" || subject.ref.form !== "user") return readings;
  return [only, { ...only, subject: { kind: "dialog", ref: chatRef(subject.ref.userId) } }];
}
