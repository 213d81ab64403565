import { isObject } from "../base/json";

/**
 * All that the client can call. Each only reads (some forms of DIALOG_ID and the eyes of bots make an exception,
 * see `effectOfRead` in dialog/consent): adding a method that writes would break the product's first
 * promise. `scope` is what the webhook must be granted; none for the global scope. `only` are all the parameters that
 * may be sent, where another one would write.
 */
export const readMethods = {
  /** Carries other methods of this table, and only those. */
  batch: {},
  profile: {},
  scope: {},
  "method.get": {},
  "app.info": {},
  "imbot.dialog.get": { scope: "imbot" },
  "im.dialog.get": { scope: "im" },
  "im.chat.get": { scope: "im" },
  "im.user.get": { scope: "im" },
  "im.user.list.get": { scope: "im" },
  "im.recent.list": { scope: "im" },
  "im.dialog.users.list": { scope: "im" },
  "im.dialog.messages.get": { scope: "im" },
  "im.search.chat.list": { scope: "im" },
  "im.revision.get": { scope: "im" },
  "imbot.chat.get": { scope: "imbot" },
  "imbot.bot.list": { scope: "imbot" },
  "imbot.v2.Chat.get": { scope: "imbot" },
  "imbot.v2.Chat.Message.getContext": { scope: "imbot" },
  "imbot.v2.Bot.get": { scope: "imbot" },
  "imbot.v2.Revision.get": { scope: "imbot" },
  /** With an `offset` it deletes events, and the bot itself gets them no more (REST brief, events.md section 4). */
  "imbot.v2.Event.get": { scope: "imbot", only: ["botId", "botToken", "limit"] },
  "imopenlines.dialog.get": { scope: "imopenlines" },
  "imopenlines.crm.chat.get": { scope: "imopenlines" },
  "imopenlines.session.history.get": { scope: "imopenlines" },
} as const satisfies Readonly<Record<string, TableRow>>;

interface TableRow {
  readonly scope?: string;
  readonly only?: readonly string[];
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

/** Any one of them lets a webhook read dialogs; with `imopenlines` alone only the chats of Open Channels. */
export const dialogScopes = ["imbot", "im", "imopenlines"] as const;

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
