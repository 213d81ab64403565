import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { lookUpDialog } from "../portal/dialogLookup";
import { answer, type Outcome, refuse } from "../portal/outcome";
import { textOf, intOf, valuesOf } from "../portal/parameters";
import { dialogRecord } from "../records/dialogRecord";
import type { Json, JsonObject } from "../base/json";
import type { Message } from "../portal/messageLog";
import { fileRecord, messageRecord } from "../records/messageRecord";
import { personRecord } from "../records/personRecord";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";
import { limitOf } from "./paging";

/** The same handler under both names, so the bot's name brings no other rights. */
export function getDialog(call: Call, state: DemoState): Outcome {
  const dialogId = call.parameters["DIALOG_ID"];
  const found = lookUpDialog(dialogId, call.caller, state);
  return found.ok ? answer(dialogRecord(found.chat, call.caller, state, dialogId ?? "")) : found;
}

/** The id of the chat bound to an entity, whoever may read it; `null` when there is none. */
export function findChat(call: Call, state: DemoState): Outcome {
  const entityType = textOf(call.parameters["ENTITY_TYPE"]) ?? "";
  const entityId = textOf(call.parameters["ENTITY_ID"]) ?? "";
  if (entityType === "" || entityId === "") return answer(null);
  const chat = state.chats.findByEntity(entityType, entityId);
  return answer(chat === undefined ? null : { ID: chat.id });
}

/** A page of messages, newest first: the latest, those older than an id, or those after one. */
export function getMessages(call: Call, state: DemoState): Outcome {
  const { parameters, caller } = call;
  if (isWords(parameters["FIRST_ID"])) {
    return refuse(400, "FIRST_ID_STRING", "First ID can't be string");
  }
  if (isWords(parameters["LAST_ID"])) {
    return refuse(400, "LAST_ID_STRING", "Last ID can't be string");
  }
  const chatId = intOf(parameters["CHAT_ID"], 0);
  const dialogId = chatId > 0 ? `chat${chatId}` : parameters["DIALOG_ID"];
  const found = lookUpDialog(dialogId, caller, state);
  if (!found.ok) return found;
  const { chat } = found;
  const { messages, described } = pageOf(chat, parameters, caller, state);
  return answer({
    chat_id: chat.id,
    messages: messages.map((message) => messageRecord(message, chat, caller)),
    users: peopleOf(described, state).map((who) => personRecord(who, state)),
    files: described.flatMap((message) =>
      message.files.map((file) => fileRecord(file, message, state)),
    ),
  });
}

interface MessagePage {
  readonly messages: readonly Message[];
  /** Those whose people and files come along. */
  readonly described: readonly Message[];
}

/** Without any id the unread counter decides, and the newest may be missing (REST brief, messages.md section 1). */
function pageOf(
  chat: Chat,
  parameters: JsonObject,
  caller: Person,
  { messages }: DemoState,
): MessagePage {
  const limit = limitOf(parameters, { usual: 20, max: 50 });
  const whole = (page: readonly Message[]): MessagePage => ({ messages: page, described: page });
  if (parameters["FIRST_ID"] !== undefined) {
    return whole(messages.after(chat, intOf(parameters["FIRST_ID"], 0), limit));
  }
  if (parameters["LAST_ID"] !== undefined) {
    return whole(messages.before(chat, intOf(parameters["LAST_ID"], 0) || Infinity, limit));
  }
  const unread = caller.id === 1 ? chat.counter : 0;
  if (unread <= limit) return whole(messages.before(chat, Infinity, limit + unread));
  const firstUnread = chat.lastMessageId - unread + 1;
  const described = messages.before(chat, firstUnread + limit, limit);
  return { messages: [...described, ...messages.before(chat, firstUnread, limit)], described };
}

/** The authors, and whom the messages name as members of a chat that was made from them. */
export function peopleOf(messages: readonly Message[], state: DemoState): Person[] {
  const ids = messages.flatMap(({ authorId, params }) => [
    authorId,
    ...valuesOf(params["CHAT_USER"]).map((id) => intOf(id, 0)),
  ]);
  return [...new Set(ids)]
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who !== undefined);
}

function isWords(value: Json | undefined): boolean {
  return !/^\d*$/.test(textOf(value) ?? "");
}
