import { failure, success, type Result } from "../base/result";
import { withoutQuotes } from "./unquoted";

/**
 * A DIALOG_ID, taken apart. `dialogId` is its canonical spelling, the one that is sent.
 * @see REST brief, dialogs.md section 1.1
 */
export type DialogRef =
  | { readonly form: "chat"; readonly dialogId: string; readonly chatId: number }
  | { readonly form: "user"; readonly dialogId: string; readonly userId: number }
  | { readonly form: "workgroup"; readonly dialogId: string; readonly workgroupId: number }
  | { readonly form: "crm"; readonly dialogId: string; readonly entity: string };

/** Why a text is not a DIALOG_ID. */
export type DialogIdProblem =
  | "empty"
  | "zero"
  | "negative"
  /** `1e3`, `12.5`: a number, but no whole one in plain digits. */
  | "notPlainDigits"
  /** `chat29x`: an id with something behind it. */
  | "trailingText"
  /** `chat`: the number is missing. */
  | "noNumber"
  | "tooLarge"
  | "unknownForm";

/** What the owner's read of a form may do to the portal, beside reading. */
type FormEffect = "none" | "createsPrivateChat" | "createsWorkgroupChat" | "joinsCrmChat";

/**
 * Reads a DIALOG_ID that stands alone: as sent, in any case and with spaces around, `chat 29`, `чат29`. What names
 * one among other things, a link or a line of code, is read by `readText`.
 * @returns every reading, the most likely first: `#29` may be a chat or a user
 */
export function parseDialogId(text: string): Result<readonly DialogRef[], DialogIdProblem> {
  const typed = withoutQuotes(text.trim());
  return typed === "" ? failure("empty") : readId(typed.replaceAll(/%(?:25)?7C/gi, "|"));
}

/** The same, where only one reading can be meant: a command's argument, a stored id. */
export function parseExactDialogId(value: unknown): DialogRef | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const parsed = parseDialogId(String(value));
  return parsed.ok ? parsed.value[0] : undefined;
}

export function chatRef(chatId: number): DialogRef {
  return { form: "chat", dialogId: `chat${chatId}`, chatId };
}

export function userRef(userId: number): DialogRef {
  return { form: "user", dialogId: String(userId), userId };
}

export function workgroupRef(workgroupId: number): DialogRef {
  return { form: "workgroup", dialogId: `sg${workgroupId}`, workgroupId };
}

/** What a read of this id may change. The owner's own id opens the notes, which are theirs alone. */
export function effectOf(ref: DialogRef): FormEffect {
  switch (ref.form) {
    case "chat":
      return "none";
    case "user":
      return "createsPrivateChat";
    case "workgroup":
      return "createsWorkgroupChat";
    case "crm":
      return "joinsCrmChat";
  }
}

/** Two letters of `chat` look the same in Cyrillic. */
const chatWord = "[cс]h[aа]t_?|чат_?";
const wordAlone = new RegExp(`^(?:${chatWord}|sg|crm)$`, "iu");
/** The word, its number, and what is behind it. */
const numbered = new RegExp(`^(${chatWord}|sg|[#№])?\\s*(\\d+)([^]*)$`, "iu");

function readId(typed: string): Result<readonly DialogRef[], DialogIdProblem> {
  const crm = /^crm\|([A-Z][A-Z0-9_]*)\|(\d+)$/i.exec(typed);
  if (crm?.[1] !== undefined && crm[2] !== undefined) {
    const entityId = readNumber(crm[2]);
    if (!entityId.ok) return entityId;
    const entity = `${crm[1].toUpperCase()}|${entityId.value}`;
    return success([{ form: "crm", dialogId: `crm|${entity}`, entity }]);
  }
  const parts = numbered.exec(typed);
  if (parts?.[2] === undefined || parts[3] !== "") return failure(problemOf(typed));
  const number = readNumber(parts[2]);
  if (!number.ok) return number;
  return success(refsOf(parts[1] ?? "", number.value));
}

function refsOf(prefix: string, number: number): readonly DialogRef[] {
  const [chat, user] = [chatRef(number), userRef(number)];
  if (prefix === "") return [user, chat];
  if (/^[#№]/.test(prefix)) return [chat, user];
  return [/^sg/i.test(prefix) ? workgroupRef(number) : chat];
}

function readNumber(digits: string): Result<number, DialogIdProblem> {
  const number = Number(digits);
  if (number === 0) return failure("zero");
  return Number.isSafeInteger(number) ? success(number) : failure("tooLarge");
}

function problemOf(typed: string): DialogIdProblem {
  if (/^-\d/.test(typed)) return "negative";
  if (/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(typed)) return "notPlainDigits";
  if (wordAlone.test(typed)) return "noNumber";
  return numbered.test(typed) ? "trailingText" : "unknownForm";
}
