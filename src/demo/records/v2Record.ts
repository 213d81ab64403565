import type { DemoState } from "../portal/demoState";
import { isJsonObject, without, type Json, type JsonObject } from "../base/json";
import type { Chat } from "../seed/chat";
import type { BotPerson, Person } from "../seed/person";
import { dialogIdFor, fullRecord } from "./dialogRecord";
import { personRecord } from "./personRecord";

/** Fields that are 0 in v1 and null in v2 when there is nothing to name. */
const nullableIds = ["parentChatId", "parentMessageId", "markedId", "unreadId", "lastMessageId"];

/** A chat as `imbot.v2.Chat.get` writes it for a bot (REST brief, dialogs.md section 4). */
export function v2ChatRecord(chat: Chat, bot: Person, state: DemoState): JsonObject {
  const shared = without(fullRecord(chat, bot, state), "counter", "restrictions", "readed_list");
  const record = camelCaseKeys(shared) as JsonObject;
  return {
    ...record,
    ...Object.fromEntries(
      nullableIds.map((key) => [key, record[key] === 0 ? null : (record[key] ?? null)]),
    ),
    permissions: {
      ...(record["permissions"] as JsonObject),
      manageMessagesAutoDelete: "owner",
      manageGuestInvites: "none",
      manageDelete: "owner",
    },
    dialogId: dialogIdFor(chat, bot, state),
    hasManageCapability: false,
    canHaveThreads: chat.messageType === "N" || chat.messageType === "J",
    guestCount: chat.members.filter((id) => state.people.get(id)?.isGuest === true).length,
  };
}

/** A user as the v2 lists write it: camelCase, without a few keys. */
export function v2PersonRecord(who: Person, state: DemoState): JsonObject {
  const shared = without(personRecord(who, state), "bot_data", "avatar_hr", "network");
  const { type = "", ...record } = camelCaseKeys(shared) as JsonObject;
  return { ...record, type: type === "user" ? "employee" : type };
}

function camelCaseKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(camelCaseKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      camelCaseKeys(inner),
    ]),
  );
}

/** A bot as anybody with a token is told of it; its name is in the user record beside it. */
export function briefBotRecord(who: BotPerson): JsonObject {
  return {
    id: who.id,
    code: who.bot.code,
    type: who.bot.type,
    isHidden: who.bot.isHidden,
    isSupportOpenline: who.bot.type === "openline",
    isReactionsEnabled: true,
    backgroundId: null,
    language: "en",
  };
}

/** A bot as its owner is told of it. */
export function v2BotRecord(who: BotPerson): JsonObject {
  const { eventMode, counts, commands } = who.bot;
  return {
    ...briefBotRecord(who),
    moduleId: "rest",
    eventMode,
    countMessage: counts.messages,
    countCommand: commands.length,
    countChat: counts.chats,
    countUser: counts.users,
  };
}
