import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";
import { canRead } from "./access";
import { v2Parameter, type Call } from "./call";
import type { DemoState } from "./demoState";
import { createWorkgroupChat, startPrivateChat, type Lookup } from "./dialogLookup";
import { refuse, type Refusal } from "./outcome";
import { intOf, textOf } from "./parameters";

/** The description repeats the code. */
function refused(code: string): Refusal {
  return refuse(400, code, code);
}

/**
 * Finds a chat for a bot by the rules of `imbot.v2`: `chatId` only reads; among the forms of `dialogId`
 * a number starts the bot's private dialog, `sgN` makes the chat of a workgroup, `crm|..` joins the webhook's owner.
 */
export function lookUpForBot(call: Call, bot: Person, state: DemoState): Lookup {
  const dialogId = textOf(v2Parameter(call, "dialogId")) ?? "";
  const chatId = intOf(v2Parameter(call, "chatId"), 0);
  if (dialogId === "" && chatId === 0) {
    return refuse(400, "100", "Could not find value for parameter {dialogId}");
  }
  const chat =
    dialogId === "" ? state.chats.get(chatId) : findByDialogId(dialogId, call, bot, state);
  return chat === undefined ? refused("CHAT_NOT_FOUND") : admitBot(chat, bot, state);
}

/** A chat that is there already, as any method of `imbot.v2` meets it: some kinds take the bot in first. */
export function admitBot(chat: Chat, bot: Person, state: DemoState): Lookup {
  const refusal = chat.messageType === "T" ? refusalOfThread(chat, bot, state) : undefined;
  if (refusal !== undefined) return refusal;
  if (takesIn(chat, bot, state) && !chat.members.includes(bot.id)) {
    state.join(chat, bot.id, { isBot: true, byUserId: bot.id });
  }
  return canRead(bot, chat, state) ? { ok: true, chat } : refused("ACCESS_DENIED");
}

function findByDialogId(
  dialogId: string,
  call: Call,
  bot: Person,
  state: DemoState,
): Chat | undefined {
  const [, form = "", rest = ""] = /^(chat|sg|crm\|)?(.*)$/i.exec(dialogId) ?? [];
  switch (form.toLowerCase()) {
    case "chat":
      return state.chats.get(intOf(rest, 0));
    case "sg":
      return state.chats.findByEntity("SONET_GROUP", rest) ?? createWorkgroupChat(rest, state);
    case "crm|": {
      const chat = state.chats.findByEntity("CRM", rest.toUpperCase());
      const { caller } = call;
      if (chat !== undefined && !chat.members.includes(caller.id)) {
        state.join(chat, caller.id, { isBot: false, byUserId: caller.id });
      }
      return chat;
    }
    default: {
      const person = state.people.get(intOf(dialogId, 0));
      if (person === undefined) return undefined;
      const existing = state.chats.findPrivate(bot.id, person.id);
      return existing ?? startPrivateChat(bot, person, state);
    }
  }
}

/** A comment thread follows the post that it comments on. */
function refusalOfThread(thread: Chat, bot: Person, state: DemoState): Refusal | undefined {
  const channel = state.chats.get(thread.parentChatId);
  if (channel === undefined || !state.messages.has(channel, thread.parentMessageId)) {
    return refused("MESSAGE_NOT_FOUND");
  }
  return canRead(bot, channel, state) ? undefined : refused("MESSAGE_ACCESS_DENIED");
}

/** Threads of a channel that the bot is in, and chats of tasks that it may see. */
function takesIn(chat: Chat, bot: Person, state: DemoState): boolean {
  if (chat.messageType === "T") {
    return state.chats.get(chat.parentChatId)?.members.includes(bot.id) === true;
  }
  return chat.messageType === "X" && chat.taskVisibleTo.includes(bot.id);
}
