import { isObject, type JsonObject, objectOf } from "../../base/json";
import { parseExactDialogId } from "../dialogId";
import type { EventKind, Generation } from "./eventNames";

/** What is to be said of a key of an event. */
export interface KeyCheck {
  /** `data.PARAMS.DIALOG_ID` */
  readonly path: string;
  readonly state:
    | "there"
    | "missing"
    /** Spelled in another case than portals send it. */
    | "otherCase"
    /** Not a text where the wire has only texts, or a text where it has none. */
    | "otherType"
    /** No form that a DIALOG_ID has. */
    | "noDialogId"
    /** Of the other generation than the event's name. */
    | "otherGeneration";
  /** How the key is spelled instead. */
  readonly found?: string;
}

interface Checked {
  readonly body: JsonObject;
  readonly data: JsonObject;
  readonly kind: EventKind | undefined;
  readonly generation: Generation;
  readonly delivery: "handler" | "fetch";
  readonly isPrivate: boolean;
}

const params = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `data.PARAMS.${name}`);

const ofMessage = params("DIALOG_ID", "MESSAGE_ID", "FROM_USER_ID", "MESSAGE");

/**
 * What a handler relies on, by event. What portals may leave out is not here: empty lists, `null`, USER of a system
 * message, tokens of events without a user. @see REST brief, events.md sections 1 to 3
 */
const oldKeys: Readonly<Partial<Record<EventKind, readonly string[]>>> = {
  messageAdd: ["data.BOT", ...ofMessage],
  messageUpdate: ["data.BOT", ...ofMessage, ...params("CHAT_ID")],
  messageDelete: ["data.BOT", ...params("DIALOG_ID", "MESSAGE_ID", "CHAT_ID")],
  joinChat: ["data.BOT", ...params("DIALOG_ID", "BOT_ID", "USER_ID")],
  contextGet: ["data.BOT", ...params("DIALOG_ID")],
  commandAdd: ["data.COMMAND", ...ofMessage],
  botDelete: ["data.BOT_ID", "data.BOT_CODE"],
};

const newMessage = ["data.message.id", "data.message.chatId"];
const newDialog = ["data.chat.id", "data.chat.dialogId", "data.user.id"];

const newKeys: Readonly<Record<EventKind, readonly string[]>> = {
  messageAdd: [...newMessage, "data.message.text", ...newDialog],
  messageUpdate: [...newMessage, "data.message.text", ...newDialog],
  messageDelete: ["data.messageId", ...newDialog],
  joinChat: ["data.dialogId", ...newDialog],
  contextGet: ["data.dialogId", "data.context", ...newDialog],
  commandAdd: ["data.command.id", "data.command.command", ...newMessage, ...newDialog],
  reactionChange: ["data.reaction", "data.action", ...newMessage, ...newDialog],
  botDelete: [],
};

const ofRequest = ["event", "ts", "auth.domain", "auth.member_id", "auth.application_token"];

/** The keys that a handler relies on, and whether they are as portals send them. */
export function checkKeys(checked: Checked): readonly KeyCheck[] {
  const { body, data, kind, generation, delivery, isPrivate } = checked;
  const old = kind === undefined ? params("DIALOG_ID") : (oldKeys[kind] ?? []);
  const isGroup = !isPrivate && generation === 1 && (kind === "messageAdd" || kind === "joinChat");
  const paths = [
    ...(delivery === "fetch" ? ["eventId", "type", "date"] : ofRequest),
    ...(generation === 1 ? old : ["data.bot.id", ...(kind === undefined ? [] : newKeys[kind])]),
    ...(isGroup ? params("CHAT_ID") : []),
    ...(generation === 1 && kind === "messageAdd" && isPrivate ? params("TO_CHAT_ID") : []),
  ];
  const isOther = generation === 1 ? isObject(data["chat"]) : isObject(data["PARAMS"]);
  const strange: readonly KeyCheck[] = isOther
    ? [{ path: generation === 1 ? "data.chat" : "data.PARAMS", state: "otherGeneration" }]
    : [];
  return [...paths.map((path) => checkKey(body, path, delivery)), ...strange];
}

/** How an object spells a key: as it is wanted, or else in another case. */
export function spellingOf(object: JsonObject, key: string): string | undefined {
  if (Object.hasOwn(object, key)) return key;
  const wanted = key.toLowerCase();
  return Object.keys(object).find((other) => other.toLowerCase() === wanted);
}

function checkKey(body: JsonObject, path: string, delivery: "handler" | "fetch"): KeyCheck {
  let value: unknown = body;
  let spelled = "";
  for (const name of path.split(".")) {
    const object = objectOf(value);
    const found = spellingOf(object, name);
    if (found === undefined) return { path, state: "missing" };
    spelled += spelled === "" ? found : `.${found}`;
    value = object[found];
  }
  if (spelled !== path) return { path, state: "otherCase", found: spelled };
  if (value === null) return { path, state: "missing" };
  if (/dialog_?id$/i.test(path) && parseExactDialogId(value) === undefined)
    return { path, state: "noDialogId" };
  const isNumber = typeof value === "number" || typeof value === "boolean";
  // Handlers get texts alone; what is fetched has ids that are numbers.
  const isOfType =
    delivery === "fetch" ? !/\.(?:id|chatId|messageId)$/.test(path) || isNumber : !isNumber;
  return { path, state: isOfType ? "there" : "otherType" };
}
