import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { lookUpDialog } from "../portal/dialogLookup";
import type { Json, JsonObject } from "../portal/json";
import type { Message } from "../portal/messageLog";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf } from "../portal/parameters";
import { portalDate } from "../portal/portalTime";
import { personRecord } from "../records/personRecord";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";
import { limitOf } from "./paging";

/** What was said in a chat. */
export const messageMethods: readonly MethodDefinition[] = [
  { name: "im.dialog.messages.get", scopes: ["im"], handle: getMessages },
];

/** A page of messages, newest first: the latest, those older than an id, or those after one. */
function getMessages(call: Call, state: DemoState): Outcome {
  const { LAST_ID: lastId, FIRST_ID: firstId } = call.parameters;
  if (isWords(firstId)) return refuse(400, "FIRST_ID_STRING", "First ID can't be string");
  if (isWords(lastId)) return refuse(400, "LAST_ID_STRING", "Last ID can't be string");
  const found = lookUpDialog(call.parameters["DIALOG_ID"], call.caller, state);
  if (!found.ok) return found;

  const { chat } = found;
  const limit = limitOf(call.parameters, { usual: 20, max: 50 });
  const messages =
    firstId === undefined
      ? state.messages.before(chat, intOf(lastId, Infinity), limit)
      : state.messages.after(chat, intOf(firstId, 0), limit);
  const authors = [...new Set(messages.map(({ authorId }) => authorId))]
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who !== undefined);
  return answer({
    chat_id: chat.id,
    messages: messages.map((message) => messageRecord(message, chat, call.caller)),
    users: authors.map((who) => personRecord(who, state)),
    files: [],
  });
}

function messageRecord(message: Message, chat: Chat, viewer: Person): JsonObject {
  const unreadFrom = chat.lastMessageId - chat.counter + 1;
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.authorId,
    date: portalDate(message.dateMs),
    text: message.text,
    unread: viewer.id === 1 && message.id >= unreadFrom,
    uuid: null,
    replaces: [],
    params: message.authorId === 0 ? { CODE: ["CHAT_JOIN"], NOTIFY: "N" } : {},
    disappearing_date: null,
  };
}

function isWords(value: Json | undefined): boolean {
  return typeof value === "string" && !/^\d*$/.test(value);
}
