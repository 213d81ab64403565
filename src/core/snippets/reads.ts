import {
  TokenPlace,
  type BatchCall,
  type MethodCall,
  type ShownParams,
} from "../portal/methodCall";
import type { ReadMethod } from "../portal/readMethods";

/** What a call is about, as far as it is known where somebody wants it. */
export interface Subject {
  readonly dialogId?: string | undefined;
  readonly userId?: number | undefined;
  readonly botId?: number | undefined;
  /** The newest message of the dialog. */
  readonly messageId?: number | undefined;
}

export type SingleMethod = MethodCall["method"];

/** For what is not known: a value of the right form, to be replaced. */
const example = { dialogId: "chat29", userId: 1, botId: 39, messageId: 5311, dealId: 88 };

/** How each method is asked, by its documented names. A method of the read-only table needs its row here. */
const parameters: Readonly<Record<SingleMethod, (subject: Known) => ShownParams>> = {
  profile: () => ({}),
  scope: () => ({}),
  "method.get": () => ({ name: "imbot.dialog.get" }),
  "app.info": () => ({}),
  "imbot.dialog.get": ({ dialogId }) => ({ DIALOG_ID: dialogId }),
  "im.dialog.get": ({ dialogId }) => ({ DIALOG_ID: dialogId }),
  "im.chat.get": () => ({ ENTITY_TYPE: "CRM", ENTITY_ID: `DEAL|${example.dealId}` }),
  "im.user.get": ({ userId }) => ({ ID: userId }),
  "im.user.list.get": ({ userId }) => ({ ID: [userId] }),
  "im.recent.list": () => ({ OFFSET: 0, LIMIT: 50 }),
  "im.dialog.users.list": ({ dialogId }) => ({ DIALOG_ID: dialogId, OFFSET: 0, LIMIT: 50 }),
  // Without LAST_ID the unread counter decides, and the newest may be missing.
  "im.dialog.messages.get": ({ dialogId }) => ({ DIALOG_ID: dialogId, LAST_ID: 0, LIMIT: 20 }),
  "im.search.chat.list": () => ({ FIND: "delivery", OFFSET: 0, LIMIT: 50 }),
  "im.revision.get": () => ({}),
  "imbot.chat.get": () => ({ ENTITY_TYPE: "CRM", ENTITY_ID: `DEAL|${example.dealId}` }),
  "imbot.bot.list": () => ({}),
  "imbot.v2.Chat.get": ({ dialogId, botId }) => asBot(botId, { dialogId }),
  "imbot.v2.Chat.Message.getContext": ({ botId, messageId }) =>
    asBot(botId, { messageId, range: 20 }),
  "imbot.v2.Bot.get": ({ botId }) => asBot(botId, {}),
  "imbot.v2.Revision.get": () => ({}),
  // Without an offset, which would delete events.
  "imbot.v2.Event.get": ({ botId }) => asBot(botId, { limit: 100 }),
  "imopenlines.dialog.get": ({ dialogId }) => ({ DIALOG_ID: dialogId }),
  "imopenlines.crm.chat.get": () => ({
    CRM_ENTITY_TYPE: "deal",
    CRM_ENTITY: example.dealId,
    ACTIVE_ONLY: "N",
  }),
  "imopenlines.session.history.get": ({ dialogId }) => ({
    CHAT_ID: Number(/^chat(\d+)$/i.exec(dialogId)?.[1] ?? 29),
  }),
};

interface Known {
  readonly dialogId: string;
  readonly userId: number;
  readonly botId: number;
  readonly messageId: number;
}

export function readOf(method: SingleMethod, subject: Subject): MethodCall {
  const { dialogId, userId, botId, messageId } = subject;
  return {
    method,
    params: parameters[method]({
      dialogId: dialogId ?? example.dialogId,
      userId: userId ?? example.userId,
      botId: botId ?? example.botId,
      messageId: messageId ?? example.messageId,
    }),
  };
}

/** What one wants to know of a dialog, in one request. */
export function readsTogether(methods: readonly SingleMethod[], subject: Subject): BatchCall {
  const calls = methods.map((method) => [nameOf(method), readOf(method, subject)] as const);
  return { method: "batch", calls: Object.fromEntries(calls) };
}

/** Letters and underscores alone: every language and the portal take them as a name. */
function nameOf(method: SingleMethod): string {
  return method.replaceAll(".", "_");
}

function asBot(botId: number, params: ShownParams): ShownParams {
  return { botId, botToken: new TokenPlace(), ...params };
}

/** What the documentation marks DEPRECATED, with what to use now. No date of removal is known. */
const deprecated: Readonly<Partial<Record<ReadMethod, readonly SingleMethod[]>>> = {
  // The first for the eyes of the webhook's owner, the second for a bot's.
  "imbot.dialog.get": ["im.dialog.get", "imbot.v2.Chat.get"],
  "imbot.chat.get": ["im.chat.get"],
  // imbot.v2.Bot.list knows a token's own bots only: nothing lists all of a portal.
  "imbot.bot.list": [],
};

/** @returns undefined for a method that is not deprecated */
export function successorsOf(method: ReadMethod): readonly SingleMethod[] | undefined {
  return deprecated[method];
}
