import { isObject } from "../base/json";
import { TokenPlace, type ShownParams } from "./shownParams";

/**
 * All that the client can call. Each only reads (some forms of DIALOG_ID and the eyes of bots make an exception,
 * see `effectOfRead` in dialog/consent): adding a method that writes would break the product's first
 * promise. `scope` is what the webhook must be granted; none for the global scope. `only` are all the parameters that
 * may be sent, where another one would write. `parameters` and `successors` are what Copy as Code needs.
 */
export const readMethods = {
  /** Carries other methods of this table, and only those. */
  batch: { parameters: () => ({ halt: 0, cmd: {} }) },
  profile: { parameters: () => ({}) },
  scope: { parameters: () => ({}) },
  "method.get": { parameters: () => ({ name: "imbot.dialog.get" }) },
  "app.info": { parameters: () => ({}) },
  "imbot.dialog.get": {
    scope: "imbot",
    parameters: ({ dialogId }) => ({ DIALOG_ID: dialogId }),
    // The first for the eyes of the webhook's owner, the second for a bot's.
    successors: ["im.dialog.get", "imbot.v2.Chat.get"],
  },
  "im.dialog.get": {
    scope: "im",
    parameters: ({ dialogId }) => ({ DIALOG_ID: dialogId }),
  },
  "im.chat.get": {
    scope: "im",
    parameters: () => ({ ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|88" }),
  },
  "im.user.get": { scope: "im", parameters: ({ userId }) => ({ ID: userId }) },
  "im.user.list.get": { scope: "im", parameters: ({ userId }) => ({ ID: [userId] }) },
  "im.recent.list": { scope: "im", parameters: () => ({ OFFSET: 0, LIMIT: 50 }) },
  "im.dialog.users.list": {
    scope: "im",
    parameters: ({ dialogId }) => ({ DIALOG_ID: dialogId, OFFSET: 0, LIMIT: 50 }),
  },
  "im.dialog.messages.get": {
    scope: "im",
    // Without LAST_ID the unread counter decides, and the newest may be missing.
    parameters: ({ dialogId }) => ({ DIALOG_ID: dialogId, LAST_ID: 0, LIMIT: 20 }),
  },
  "im.search.chat.list": {
    scope: "im",
    parameters: () => ({ FIND: "delivery", OFFSET: 0, LIMIT: 50 }),
  },
  "im.revision.get": { scope: "im", parameters: () => ({}) },
  "imbot.chat.get": {
    scope: "imbot",
    parameters: () => ({ ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|88" }),
    successors: ["im.chat.get"],
  },
  "imbot.bot.list": {
    scope: "imbot",
    parameters: () => ({}),
    // imbot.v2.Bot.list knows a token's own bots only: nothing lists all of a portal.
    successors: [],
  },
  "imbot.v2.Chat.get": {
    scope: "imbot",
    parameters: ({ dialogId, botId }) => asBot(botId, { dialogId }),
  },
  "imbot.v2.Chat.Message.getContext": {
    scope: "imbot",
    parameters: ({ botId, messageId }) => asBot(botId, { messageId, range: 20 }),
  },
  "imbot.v2.Bot.get": { scope: "imbot", parameters: ({ botId }) => asBot(botId, {}) },
  "imbot.v2.Revision.get": { scope: "imbot", parameters: () => ({}) },
  /** With an `offset` it deletes events, and the bot itself gets them no more (REST brief, events.md section 4). */
  "imbot.v2.Event.get": {
    scope: "imbot",
    only: ["botId", "botToken", "limit"],
    parameters: ({ botId }) => asBot(botId, { limit: 100 }),
  },
  "imopenlines.dialog.get": {
    scope: "imopenlines",
    parameters: ({ dialogId }) => ({ DIALOG_ID: dialogId }),
  },
  "imopenlines.crm.chat.get": {
    scope: "imopenlines",
    parameters: () => ({ CRM_ENTITY_TYPE: "deal", CRM_ENTITY: 88, ACTIVE_ONLY: "N" }),
  },
  "imopenlines.session.history.get": {
    scope: "imopenlines",
    parameters: ({ dialogId }) => ({ CHAT_ID: Number(/^chat(\d+)$/i.exec(dialogId)?.[1] ?? 29) }),
  },
} as const satisfies Readonly<Record<string, TableRow>>;

interface TableRow {
  readonly scope?: string;
  readonly only?: readonly string[];
  /** How it is asked about something, by the documented names. */
  readonly parameters: (about: Subject) => ShownParams;
  /** The documentation marks it DEPRECATED, without a date: what to use now. */
  readonly successors?: readonly string[];
}

/** What a call may be about. */
export interface Subject {
  readonly dialogId: string;
  readonly userId: number;
  readonly botId: number;
  /** The newest message of the dialog. */
  readonly messageId: number;
}

function asBot(botId: number, params: ShownParams): ShownParams {
  return { botId, botToken: new TokenPlace(), ...params };
}

export type ReadMethod = keyof typeof readMethods;

/** The methods that only read with the parameters that the table names. */
export type NarrowMethod = {
  [Method in ReadMethod]: (typeof readMethods)[Method] extends { readonly only: readonly string[] }
    ? Method
    : never;
}[ReadMethod];

/** The methods that only read, whatever they are given. */
export type PlainMethod = Exclude<ReadMethod, NarrowMethod>;

/** Types do not exist at run time; this is what the client asks before anything is sent. */
export function isReadMethod(method: string): method is ReadMethod {
  return Object.hasOwn(readMethods, method);
}

export function isPlainMethod(method: ReadMethod): method is PlainMethod {
  const { only }: TableRow = readMethods[method];
  return only === undefined;
}

/** The scope that a method needs; `undefined`: none, or the method is not of the table. */
export function scopeNeededBy(method: string): string | undefined {
  if (!isReadMethod(method)) return undefined;
  const { scope }: TableRow = readMethods[method];
  return scope;
}

/** What the documentation names in place of a method; `undefined`: it is not deprecated. */
export function namedSuccessors(method: ReadMethod): readonly string[] | undefined {
  const { successors }: TableRow = readMethods[method];
  return successors;
}

/** Any one of them lets a webhook read dialogs; with `imopenlines` alone only the chats of Open Channels. */
const dialogScopes = ["imbot", "im", "imopenlines"] as const;

/** @param granted absent: not known, and then a webhook is not called useless */
export function grantsNoDialogs(granted: readonly string[] | undefined): boolean {
  return granted !== undefined && !dialogScopes.some((scope) => granted.includes(scope));
}

/**
 * `isReadMethod` for a whole call: a method that would write with another parameter gets none but its own, and a batch
 * carries nothing but such calls.
 */
export function isReadOnlyCall(
  method: string,
  params: Readonly<Record<string, unknown>>,
): method is ReadMethod {
  if (!isReadMethod(method)) return false;
  if (method !== "batch") return hasOnlyItsOwn(method, Object.keys(params));
  // The portal reads names of parameters in any case: a second `CMD` would be another list.
  const { cmd } = params;
  const isPlain = Object.keys(params).every((name) => name === "cmd" || name === "halt");
  return isPlain && isObject(cmd) && Object.values(cmd).every(isBatchable);
}

/** A call that is not of the table is a bug of ours, and never leaves. */
export function notReadOnly(): Error {
  return new Error("Not read-only");
}

function hasOnlyItsOwn(method: ReadMethod, names: readonly string[]): boolean {
  const { only }: TableRow = readMethods[method];
  return only === undefined || names.every((name) => only.includes(name));
}

/** @param call as a batch carries it: `imbot.dialog.get?DIALOG_ID=chat29` */
function isBatchable(call: unknown): boolean {
  if (typeof call !== "string") return false;
  const [method = "", query = ""] = call.split(/\?(.*)/s, 2);
  if (method === "batch" || !isReadMethod(method)) return false;
  return hasOnlyItsOwn(method, [...new URLSearchParams(query).keys()]);
}
