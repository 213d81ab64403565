import type { DemoState } from "../portal/demoState";
import { isJsonObject, without, type Json, type JsonObject } from "../portal/json";
import type { Chat } from "../seed/chat";
import type { Bot, Person } from "../seed/person";
import { dialogIdFor, fullRecord } from "./dialogRecord";
import { personRecord } from "./personRecord";

/** Fields that are 0 in v1 and null in v2 when there is nothing to name. */
const nullableIds = ["parentChatId", "parentMessageId", "markedId", "unreadId", "lastMessageId"];

/** A chat as `imbot.v2.Chat.get` writes it for a bot (REST brief, dialogs.md section 4). */
export function v2ChatRecord(chat: Chat, bot: Person, state: DemoState): JsonObject {
  const shared = without(fullRecord(chat, bot, state), "counter", "restrictions", "readed_list");
  const record = camelCaseKeys(shared) as JsonObject;
  const { type = "", url = "" } = isJsonObject(record["entityLink"]) ? record["entityLink"] : {};
  return {
    ...record,
    ...Object.fromEntries(
      nullableIds.map((key) => [key, record[key] === 0 ? null : (record[key] ?? null)]),
    ),
    entityLink: { type, url },
    permissions: {
      ...(record["permissions"] as JsonObject),
      manageMessagesAutoDelete: "owner",
      manageGuestInvites: "none",
      manageDelete: "owner",
    },
    dialogId: dialogIdFor(chat, bot, state),
    hasManageCapability: false,
    guestCount: 0,
  };
}

/** A user as the v2 lists write it: camelCase, without a few keys. */
export function v2PersonRecord(who: Person, state: DemoState): JsonObject {
  const shared = without(personRecord(who, state), "bot_data", "avatar_hr", "network");
  return camelCaseKeys(shared) as JsonObject;
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

/** A bot as the v2 lists write it; its name is in the user record beside it. */
export function v2BotRecord(who: Person & { readonly bot: Bot }): JsonObject {
  return {
    id: who.id,
    code: who.bot.code,
    type: who.bot.type,
    isHidden: who.bot.isHidden,
    isSupportOpenline: who.bot.type === "openline",
    isReactionsEnabled: true,
    backgroundId: null,
    language: "en",
    moduleId: "rest",
    eventMode: who.bot.isV2 ? "fetch" : "webhook",
    countMessage: 12,
    countCommand: who.bot.commands.length,
    countChat: 2,
    countUser: 9,
  };
}
