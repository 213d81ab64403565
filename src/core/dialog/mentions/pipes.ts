import { readCrmType } from "../crmTypes";
import { canEnd, canNumberEnd, isWordAt } from "./boundaries";
import type { Subject } from "./mention";

export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly subject: Subject;
}

const bar = String.raw`(?:\||%(?:25)?7C)`;
const longestWord = 60;
const before = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}_.-])|(?<=%(?:2[\dAB]|3[A-F]|5[B-D])))(?:(imol)${bar}|(crm)${bar})?([a-z][\w.-]*)$`,
  "iu",
);
const behind = new RegExp(String.raw`${bar}(\d{1,16})`, "iy");
const restOfCode = new RegExp(
  String.raw`${bar}(\d{1,10})${bar}((?:(?!%(?:25)?(?:2[0267]|3[CE]))[^\s"'\x60<>&,;()\[\]{}\\]){1,255})`,
  "iy",
);

/** `"ENTITY_ID": "`, `USER_CODE=`: what stands before the code of any connector. */
const codeName = /(?:entity_?id|user_?code)[^\w\n|]{1,12}$/i;

/** Connectors of Bitrix24 itself; a code of another one needs a name or `imol|` before it. */
const connectors =
  /^(?:livechat|telegram\w*|whatsapp\w*|viber\w*|facebook\w*|fb[a-z]+|instagram\w*|vk\w*|network|imessage\w*|wechat\w*|olx\w*|avito\w*|ok|notifications|botframework[\w.]*|skype\w*|wazzup\w*|edna\w*)$/i;

/**
 * What is joined by a pipe: `crm|DEAL|88`, `DEAL|88`, `imol|512`, `imol|livechat|1|67|21` and, of a connector that
 * Bitrix24 has itself, `livechat|1|67|21`.
 * @param at where the pipe stands before the first number
 */
export function mentionAtPipe(text: string, at: number): Place | undefined {
  if (!mayEndWord(text, at)) return undefined;
  const from = Math.max(0, at - longestWord);
  const left = before.exec(text.slice(from, at));
  if (left === null) return undefined;
  const offset = from + left.index;
  // A part of a longer string: `Y|DEAL|88|N`.
  if (/[|.$@]/.test(text.charAt(offset - 1)) || isWordBefore(text, offset)) return undefined;
  const [, imol, crm, word = ""] = left;
  if (word.toLowerCase() === "imol") return sessionAt(text, at, offset);
  return imol === undefined
    ? (crmAt(text, at, offset, word, crm !== undefined) ??
        codeAt(text, at, offset, word, codeName.test(text.slice(Math.max(0, offset - 40), offset))))
    : codeAt(text, at, offset, word, true);
}

/** A first look: tables of numbers have a pipe at every step. */
function mayEndWord(text: string, at: number): boolean {
  let last = at - 1;
  while (/\d/.test(text.charAt(last))) last--;
  return /[a-z_.-]/i.test(text.charAt(last)) && !/%7c/i.test(text.slice(last - 2, last + 1));
}

function sessionAt(text: string, at: number, offset: number): Place | undefined {
  behind.lastIndex = at;
  const sessionId = Number(behind.exec(text)?.[1]);
  const end = behind.lastIndex;
  if (!Number.isSafeInteger(sessionId) || !endsAlone(text, end)) return undefined;
  return { offset, length: end - offset, subject: { kind: "session", sessionId } };
}

function crmAt(
  text: string,
  at: number,
  offset: number,
  word: string,
  isPrefixed: boolean,
): Place | undefined {
  const type = readCrmType(word.toUpperCase());
  if (type === undefined && !isPrefixed) return undefined;
  behind.lastIndex = at;
  const id = Number(behind.exec(text)?.[1]);
  const end = behind.lastIndex;
  if (!Number.isSafeInteger(id) || !endsAlone(text, end)) return undefined;
  const length = end - offset;
  if (!isPrefixed) {
    return type === undefined || word !== word.toUpperCase()
      ? undefined
      : { offset, length, subject: { kind: "crmObject", object: { type, id } } };
  }
  const entity = `${word.toUpperCase()}|${id}`;
  const ref = { form: "crm", dialogId: `crm|${entity}`, entity } as const;
  return { offset, length, subject: { kind: "dialog", ref } };
}

function codeAt(
  text: string,
  at: number,
  offset: number,
  connector: string,
  isNamed: boolean,
): Place | undefined {
  if (!isNamed && !connectors.test(connector)) return undefined;
  restOfCode.lastIndex = at;
  const [, line, rest] = restOfCode.exec(text) ?? [];
  if (line === undefined || rest === undefined) return undefined;
  // The chat's id is free text and may hold pipes itself: the user is the last number.
  const plain = decodeBars(rest).replace(/[|.:]+$/, "");
  const [, chat, user] = /^(.*)\|([1-9]\d{0,15})$/.exec(plain) ?? [];
  if (chat === undefined || chat === "" || user === undefined) return undefined;
  const trailing = decodeBars(rest).length - plain.length;
  const length = restOfCode.lastIndex - trailing - offset;
  const userCode = `${connector}|${line}|${chat}|${user}`;
  return { offset, length, subject: { kind: "userCode", userCode } };
}

function decodeBars(text: string): string {
  let decoded = text;
  for (let times = 0; times < 2 && /%(?:25)?7C/i.test(decoded); times++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return text.replaceAll(/%(?:25)?7C/gi, "|");
    }
  }
  return decoded;
}

function endsAlone(text: string, end: number): boolean {
  return (
    canEnd(text, end) &&
    canNumberEnd(text, end) &&
    !/^(?:\||%(?:25)?7C)/i.test(text.slice(end, end + 5))
  );
}

function isWordBefore(text: string, offset: number): boolean {
  return (
    isWordAt(text, offset - 1) &&
    !/(?:%[2-7][\dA-F]|\\[nrt])$/i.test(text.slice(offset - 3, offset))
  );
}
