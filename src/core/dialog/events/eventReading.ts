import { isObject, type JsonObject, objectOf } from "../../base/json";
import { clip, visibleLine } from "../../base/visibleText";
import { parseExactDialogId, type DialogRef } from "../dialogId";
import type { DumpForm, Repeated } from "./dump";
import { findEventDumps, type EventDump } from "./eventDumps";
import { fixtureOf } from "./eventFixture";
import { checkKeys, spellingOf, type KeyCheck } from "./eventKeys";
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
  /** Whether what somebody wrote may have been taken for keys: which is which, this form does not tell. */
  readonly isDoubtful: boolean;
  /** Keys that stand twice. */
  readonly repeated: readonly string[];
  /** When the portal sent it: ISO 8601, and as it was written. */
  readonly sentAt: { readonly iso: string; readonly raw: string } | undefined;
  readonly eventId: string;
  /** The portal's host, or what stands in its place; "": it is not told. */
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
  /** The chat by its number: the same for every reader. `undefined`: the event does not tell it, or not which. */
  readonly chat: DialogRef | undefined;
  /** The chats that it may be, where the event names several. */
  readonly rivals: readonly DialogRef[];
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

function readEvent(dump: EventDump): EventReading {
  const { form, body: raw, isCut, repeated } = dump;
  const { value, secrets } = blackOut(raw);
  const body = objectOf(value);
  const data = objectAt(body, "data");
  const name = textAt(body, "event") || textAt(body, "type");
  const known = eventNamed(name);
  const generation = known?.generation ?? (objectAt(data, "PARAMS") === nothing ? 2 : 1);
  const isFetched = generation === 2 && ("eventId" in body || "eventMode" in objectAt(data, "bot"));
  const delivery = isFetched ? "fetch" : "handler";
  const facts = generation === 1 ? readOld(data, repeated) : readNew(data, repeated);
  const { kind } = known ?? {};
  return {
    name,
    kind,
    generation,
    delivery,
    form,
    isCut,
    isDoubtful: dump.isDoubtful || (repeated.size > 0 && isUnescaped(form)),
    repeated: [...repeated.keys()],
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

/** Forms that write a text as it is, so that it may look like keys. */
export function isUnescaped(form: DumpForm): boolean {
  return form === "printR" || form === "form";
}

type Facts = Pick<EventReading, "dialog" | "person" | "bots" | "message" | "command" | "reaction">;

/** @see REST brief, events.md section 2 */
function readOld(data: JsonObject, repeated: Repeated): Facts {
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
      chatIds: [
        ...["CHAT_ID", "TO_CHAT_ID"].map((key) => textAt(params, key)),
        ...earlier(repeated, "CHAT_ID", "TO_CHAT_ID"),
      ],
      ids: earlier(repeated, "DIALOG_ID"),
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
function readNew(data: JsonObject, repeated: Repeated): Facts {
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
      chatIds: [textAt(chat, "id"), textAt(message, "chatId"), ...earlier(repeated, "chatId")],
      ids: [textAt(data, "dialogId"), ...earlier(repeated, "dialogId")],
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

/** @param told the numbers of chats and the DIALOG_IDs that the event has anywhere: they should agree */
function dialogOf(
  told: Omit<EventDialog, "chat" | "rivals" | "isPrivate"> & {
    readonly chatIds: readonly string[];
    readonly ids: readonly string[];
  },
): EventDialog {
  const { chatIds, ids, ...dialog } = told;
  const refs = [
    ...chatIds.filter((id) => /^[1-9]\d{0,15}$/.test(id)).map((id) => `chat${id}`),
    dialog.asSent,
    ...ids,
  ].map((id) => parseExactDialogId(id));
  const chats = new Map(
    refs.flatMap((ref) => (ref?.form === "chat" ? [[ref.dialogId, ref] as const] : [])),
  );
  const [chat, ...others] = chats.values();
  const isPrivate = parseExactDialogId(dialog.asSent)?.form === "user";
  return chat === undefined || others.length === 0
    ? { ...dialog, chat, rivals: [], isPrivate }
    : { ...dialog, chat: undefined, rivals: [chat, ...others], isPrivate };
}

/** What stood under a key before the value that counts. */
function earlier(repeated: Repeated, ...keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => (repeated.get(key) ?? []).map(textOf));
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
  const address = /^https?:\/\//i.test(domain) ? domain : `https://${domain}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // No portal is called what is not a host alone: it is not taken for the active one either.
  return url?.username === "" && url.pathname === "/" && url.search === ""
    ? url.host
    : clip(visibleLine(domain), 253);
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
  const inner = valueAt(value, key);
  return isObject(inner) ? inner : nothing;
}

function textAt(value: unknown, key: string): string {
  return textOf(valueAt(value, key));
}

/** Frameworks change the case of keys: what is not there as portals write it is taken from such a key. */
function valueAt(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  const found = spellingOf(value, key);
  return found === undefined ? undefined : value[found];
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
