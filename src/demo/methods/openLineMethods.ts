import { canRead } from "../portal/access";
import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { unreadable } from "../portal/dialogLookup";
import type { JsonObject } from "../base/json";
import type { Message } from "../portal/messageLog";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf, textOf } from "../portal/parameters";
import { portalDate } from "../base/portalTime";
import { dialogRecord } from "../records/dialogRecord";
import { fileRecord } from "../records/messageRecord";
import { v2ChatRecord, v2PersonRecord } from "../records/v2Record";
import { camelCase, type Chat, type FileSeed } from "../seed/chat";
import type { Person } from "../seed/person";

/** By one of CHAT_ID, DIALOG_ID, SESSION_ID and USER_CODE. */
export function getLineDialog(call: Call, state: DemoState): Outcome {
  const chat = findLine(call.parameters, state);
  if (chat === undefined || !canRead(call.caller, chat, state)) return unreadable;
  return answer(dialogRecord(chat, call.caller, state, `chat${chat.id}`));
}

function findLine(parameters: JsonObject, state: DemoState): Chat | undefined {
  const chatId =
    intOf(parameters["CHAT_ID"], 0) ||
    Number(/^chat(\d+)$/i.exec(textOf(parameters["DIALOG_ID"]) ?? "")?.[1] ?? 0);
  const sessionId = intOf(parameters["SESSION_ID"], 0);
  const userCode = textOf(parameters["USER_CODE"]);
  return lines(state).find(
    (chat) =>
      chat.id === chatId ||
      (sessionId > 0 && sessionIdOf(chat) === sessionId) ||
      chat.entityId === userCode,
  );
}

/** The ids of these rows are strings; connectors that are not active now are left out. With ACTIVE_ONLY only chats that have a session. */
export function findCrmChats(call: Call, state: DemoState): Outcome {
  const type = (textOf(call.parameters["CRM_ENTITY_TYPE"]) ?? "").toUpperCase();
  const id = intOf(call.parameters["CRM_ENTITY"], 0);
  if (!lookUpTypes.has(type) || id <= 0) return answer([]);
  if (call.caller.closedCrmTypes.includes(type)) {
    return refuse(403, "ACCESS_DENIED", "Access denied");
  }
  const isActiveOnly = textOf(call.parameters["ACTIVE_ONLY"]) === "Y";
  const bound = lines(state).filter(
    (chat) => boundTo(chat).get(type) === id && (!isActiveOnly || sessionIdOf(chat) > 0),
  );
  const listed = bound.filter((chat) => activeConnectors.has(connectorOf(chat)));
  return answer(
    listed.map((chat) => ({
      CHAT_ID: String(chat.id),
      CONNECTOR_ID: connectorOf(chat),
      CONNECTOR_TITLE: connectorTitles[connectorOf(chat)] ?? connectorOf(chat),
    })),
  );
}

const lookUpTypes: ReadonlySet<string> = new Set(["LEAD", "DEAL", "CONTACT", "COMPANY"]);

/** Viber was disconnected. */
const activeConnectors: ReadonlySet<string> = new Set(["telegrambot", "livechat"]);

const connectorTitles: Readonly<Record<string, string>> = {
  telegrambot: "Telegram",
  livechat: "Live chat",
};

export function getHistory(call: Call, state: DemoState): Outcome {
  const { SESSION_ID: session, CHAT_ID: chatId } = call.parameters;
  if (session === undefined && chatId === undefined) {
    return refuse(400, "MISSING_REQUIRED_PARAM", "Missing required parameter SESSION_ID");
  }
  const chat = findLine(call.parameters, state);
  if (chat === undefined) return refuse(400, "INVALID_SESSION_ID", "Invalid session id");
  if (!canRead(call.caller, chat, state)) {
    return refuse(403, "ACCESS_DENIED", "You don't have access to this session");
  }
  return answer(history(chat, call.caller, state));
}

/** Maps with texts for ids, in lower case, but for the parameters (REST brief, messages.md section 2). */
function history(chat: Chat, viewer: Person, state: DemoState): JsonObject {
  const messages = state.messages.before(chat, Infinity, 100);
  const people = [
    ...new Set([...chat.members, ...messages.map(({ authorId }) => authorId)]),
  ].flatMap((id) => state.people.get(id) ?? []);
  const dialogId = `chat${chat.id}`;
  const isMember = chat.members.includes(viewer.id);
  return {
    chatId: chat.id,
    canJoin: isMember ? "N" : "Y",
    canVoteHead: "N",
    sessionId: sessionIdOf(chat),
    sessionVoteHead: "0",
    sessionCommentHead: null,
    userId: dialogId,
    message: Object.fromEntries(
      messages.map((message) => [message.id, historyMessage(message, dialogId)]),
    ),
    usersMessage: { [dialogId]: messages.map(({ id }) => String(id)) },
    users: Object.fromEntries(people.map((who) => [who.id, v2PersonRecord(who, state)])),
    openlines: {},
    userInGroup: {},
    woUserInGroup: [],
    chat: {
      [chat.id]: {
        ...v2ChatRecord(chat, viewer, state),
        id: String(chat.id),
        owner: String(chat.owner),
        muteList: {},
        avatar: "/bitrix/js/im/images/blank.gif",
      },
    },
    userBlockChat: {},
    userInChat: { [chat.id]: chat.members.map(String) },
    files: Object.fromEntries(
      messages.flatMap((message) =>
        message.files.map((file) => [file.id, historyFile(file, message, state)]),
      ),
    ),
  };
}

function historyMessage(message: Message, dialogId: string): JsonObject {
  return {
    id: String(message.id),
    chatid: String(message.chatId),
    senderid: String(message.authorId),
    recipientid: dialogId,
    date: portalDate(message.dateMs),
    text: message.text,
    textlegacy: message.text,
    params: Object.fromEntries(
      Object.entries(message.params).map(([key, value]) => [camelCase(key), value]),
    ),
  };
}

function historyFile(file: FileSeed, message: Message, state: DemoState): JsonObject {
  return Object.fromEntries(
    Object.entries(fileRecord(file, message, state)).map(([key, value]) => [
      key.toLowerCase(),
      typeof value === "number" ? String(value) : value,
    ]),
  );
}

function lines(state: DemoState): Chat[] {
  return state.chats.all().filter((chat) => chat.entityType === "LINES");
}

function connectorOf(chat: Chat): string {
  return chat.entityId.split("|")[0] ?? "";
}

function sessionIdOf(chat: Chat): number {
  return intOf(chat.entityData1.split("|")[5], 0);
}

/** What the line is bound to in the CRM: `LEAD|0|DEAL|88` as a map by type; old chats have one pair elsewhere. */
function boundTo(chat: Chat): ReadonlyMap<string, number> {
  const parts =
    chat.entityData2 === "" ? chat.entityData1.split("|").slice(1, 3) : chat.entityData2.split("|");
  const pairs = parts.flatMap((type, at): [string, number][] =>
    at % 2 === 0 ? [[type, intOf(parts[at + 1], 0)]] : [],
  );
  return new Map(pairs);
}
