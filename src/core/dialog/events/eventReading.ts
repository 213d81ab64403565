import { isObject, type JsonObject } from "../../base/json";
import { chatRef, parseExactDialogId, type DialogRef } from "../dialogId";
import type { DumpForm } from "./dump";
import { findEventDumps, type EventDump } from "./eventDumps";
import { fixtureOf } from "./eventFixture";
import { checkKeys, type KeyCheck } from "./eventKeys";
import { eventNamed, type EventKind, type Generation } from "./eventNames";
import { blackOut, type SecretPlace } from "./eventSecrets";

/** What a pasted event says. No secret is in it. */
export interface EventReading {
  /** As the text has it; "": somebody printed the data alone. */
  readonly name: string;
  /** `undefined`: no event that bots are documented to get. */
  readonly kind: EventKind | undefined;
  readonly generation: Generation;
  /** Sent to a handler, or fetched by the bot with `imbot.v2.Event.get`. */
  readonly delivery: "handler" | "fetch";
  readonly form: DumpForm;
  readonly isCut: boolean;
  readonly repeated: readonly string[];
  /** When the portal sent it: ISO 8601, and as it was written. */
  readonly sentAt: { readonly iso: string; readonly raw: string } | undefined;
  readonly eventId: string;
  /** The portal's host; "": it is not told. */
  readonly domain: string;
  readonly dialog: EventDialog;
  readonly person: { readonly id: string; readonly name: string };
  readonly bots: readonly { readonly id: string; readonly code: string }[];
  readonly message: { readonly id: string; readonly text: string };
  /** Of a slash command; "": none. */
  readonly command: string;
  readonly reaction: { readonly code: string; readonly isTaken: boolean };
  readonly keys: readonly KeyCheck[];
  readonly secrets: readonly SecretPlace[];
  /** The whole event, its secrets blacked out. */
  readonly body: JsonObject;
  /** The same for the bot's own tests: other tokens, names and portal, the same ids. */
  readonly fixture: JsonObject;
}

interface EventDialog {
  /** The chat by its number: the same for every reader. `undefined`: the event does not tell it. */
  readonly chat: DialogRef | undefined;
  /** The DIALOG_ID as it was sent; "": none. */
  readonly asSent: string;
  /** The DIALOG_ID is a person as the bot sees it: for the webhook's owner the same number is another dialog. */
  readonly isPrivate: boolean;
  readonly title: string;
  /** `CHAT_TYPE`, or v2's word. */
  readonly type: string;
  readonly entity: string;
}

/** The events of a text, in their order. Whatever the text is, nothing is thrown. */
export function readEvents(text: string): readonly EventReading[] {
  return findEventDumps(text).map(readEvent);
}

function readEvent({ form, body: raw, isCut, repeated }: EventDump): EventReading {
  const { value, secrets } = blackOut(raw);
  const body = isObject(value) ? value : {};
  const data = objectAt(body, "data");
  const name = textAt(body, "event") || textAt(body, "type");
  const known = eventNamed(name);
  const generation = known?.generation ?? (objectAt(data, "PARAMS") === nothing ? 2 : 1);
  const isFetched = generation === 2 && ("eventId" in body || "eventMode" in objectAt(data, "bot"));
  const delivery = isFetched ? "fetch" : "handler";
  const facts = generation === 1 ? readOld(data) : readNew(data);
  const { kind } = known ?? {};
  return {
    name,
    kind,
    generation,
    delivery,
    form,
    isCut,
    repeated,
    sentAt: instantOf(textAt(body, "ts") || textAt(body, "date")),
    eventId: textAt(body, "eventId"),
    domain: domainOf(body, data),
    ...facts,
    keys: checkKeys({ body, data, kind, generation, delivery, isPrivate: facts.dialog.isPrivate }),
    secrets,
    body,
    fixture: fixtureOf(raw),
  };
}

type Facts = Pick<EventReading, "dialog" | "person" | "bots" | "message" | "command" | "reaction">;

/** @see REST brief, events.md section 2 */
function readOld(data: JsonObject): Facts {
  const params = objectAt(data, "PARAMS");
  const user = objectAt(data, "USER");
  const [command = nothing] = Object.values(objectAt(data, "COMMAND")).filter(isObject);
  const bots = Object.entries(objectAt(data, "BOT")).map(([id, bot]) => ({
    id: textAt(bot, "BOT_ID") || id,
    code: textAt(bot, "BOT_CODE"),
  }));
  const alone = {
    id: textAt(command, "BOT_ID") || textAt(data, "BOT_ID"),
    code: textAt(command, "BOT_CODE") || textAt(data, "BOT_CODE"),
  };
  const type = textAt(params, "CHAT_TYPE") || textAt(params, "MESSAGE_TYPE");
  const entityType = textAt(params, "CHAT_ENTITY_TYPE");
  return {
    dialog: dialogOf({
      asSent: textAt(params, "DIALOG_ID"),
      chatId: textAt(params, "CHAT_ID") || textAt(params, "TO_CHAT_ID"),
      type,
      title: textAt(params, "CHAT_TITLE"),
      entity: entityType === "" ? "" : `${entityType} ${textAt(params, "CHAT_ENTITY_ID")}`.trim(),
    }),
    person: {
      id: textAt(user, "ID") || textAt(params, "FROM_USER_ID") || textAt(params, "USER_ID"),
      name: textAt(user, "NAME"),
    },
    bots: bots.length > 0 || alone.id === "" ? bots : [alone],
    message: {
      id: textAt(params, "MESSAGE_ID"),
      text: textAt(params, "MESSAGE_ORIGINAL") || textAt(params, "MESSAGE"),
    },
    command: commandOf(textAt(command, "COMMAND"), textAt(command, "COMMAND_PARAMS")),
    reaction: { code: "", isTaken: false },
  };
}

/** @see REST brief, events.md section 3 */
function readNew(data: JsonObject): Facts {
  const chat = objectAt(data, "chat");
  const message = objectAt(data, "message");
  const user = objectAt(data, "user");
  const bot = objectAt(data, "bot");
  const command = objectAt(data, "command");
  const id = textAt(bot, "id");
  const entityType = textAt(chat, "entityType");
  return {
    dialog: dialogOf({
      asSent: textAt(chat, "dialogId") || textAt(data, "dialogId"),
      chatId: textAt(chat, "id") || textAt(message, "chatId"),
      type: textAt(chat, "type"),
      title: textAt(chat, "name"),
      entity: entityType === "" ? "" : `${entityType} ${textAt(chat, "entityId")}`.trim(),
    }),
    person: { id: textAt(user, "id"), name: textAt(user, "name") },
    bots: id === "" ? [] : [{ id, code: textAt(bot, "code") }],
    message: {
      id: textAt(message, "id") || textAt(data, "messageId"),
      text: textAt(message, "text"),
    },
    command: commandOf(textAt(command, "command"), textAt(command, "params")),
    reaction: {
      code: textAt(data, "reaction"),
      isTaken: textAt(data, "action") === "delete",
    },
  };
}

function dialogOf(
  told: Omit<EventDialog, "chat" | "isPrivate"> & { readonly chatId: string },
): EventDialog {
  const { chatId, ...dialog } = told;
  const number = /^[1-9]\d{0,15}$/.test(chatId) ? Number(chatId) : NaN;
  const ref = parseExactDialogId(dialog.asSent);
  const chat = Number.isSafeInteger(number)
    ? chatRef(number)
    : ref?.form === "chat"
      ? ref
      : undefined;
  return { ...dialog, chat, isPrivate: ref?.form === "user" };
}

function commandOf(name: string, params: string): string {
  return name === "" ? "" : `/${name.replace(/^\/+/, "")} ${params}`.trim();
}

function domainOf(body: JsonObject, data: JsonObject): string {
  const bots = [
    ...Object.values(objectAt(data, "BOT")),
    ...Object.values(objectAt(data, "COMMAND")),
  ];
  const blocks = [objectAt(body, "auth"), objectAt(objectAt(data, "bot"), "auth"), ...bots];
  const domain = blocks.map((block) => textAt(block, "domain")).find((text) => text !== "") ?? "";
  return /^[\p{L}\d.-]{1,253}(?::\d{1,5})?$/u.test(domain) ? domain.toLowerCase() : "";
}

/** Seconds since 1970, or ISO 8601. */
function instantOf(text: string): EventReading["sentAt"] {
  const date = new Date(
    /^\d{9,11}$/.test(text) ? Number(text) * 1000 : /^\d{4}-/.test(text) ? text : NaN,
  );
  return Number.isNaN(date.getTime()) ? undefined : { iso: date.toISOString(), raw: text };
}

const nothing: JsonObject = {};

function objectAt(value: unknown, key: string): JsonObject {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(inner) ? inner : nothing;
}

function textAt(value: unknown, key: string): string {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : "";
}
