import type { DemoState } from "../portal/demoState";
import type { WaitingEvent } from "../portal/eventLog";
import type { JsonObject } from "../base/json";
import { portalDate } from "../base/portalTime";
import { chatTypeOf, type Chat } from "../seed/chat";
import type { BotPerson, Person } from "../seed/person";
import { chatAvatarUrl } from "./avatarUrl";
import { dialogIdFor } from "./dialogRecord";
import { v2MessageRecord } from "./messageRecord";
import { v2BotRecord, v2PersonRecord } from "./v2Record";

/** An event as `imbot.v2.Event.get` writes it (REST brief, events.md section 4). */
export function eventRecord(event: WaitingEvent, who: BotPerson, state: DemoState): JsonObject {
  const chat = state.chats.get(event.chatId);
  const author = state.people.get(event.authorId);
  return {
    eventId: event.eventId,
    type: event.type,
    date: portalDate(event.dateMs),
    data: {
      bot: v2BotRecord(who),
      ...(chat === undefined ? {} : whatHappened(event, chat, state)),
      ...(chat === undefined ? {} : where(event, chat, who, state)),
      ...(author === undefined ? {} : { user: eventPerson(author, state) }),
      language: "en",
    },
  };
}

function whatHappened(event: WaitingEvent, chat: Chat, state: DemoState): JsonObject {
  const id = event.messageId ?? chat.lastMessageId;
  if (!state.messages.has(chat, id)) return {};
  const about = state.messages.at(chat, id);
  const message = { ...v2MessageRecord(about), viewedByOthers: false };
  switch (event.type) {
    case "ONIMBOTV2MESSAGEDELETE":
      return { messageId: id };
    case "ONIMBOTV2JOINCHAT":
      return {};
    case "ONIMBOTV2CONTEXTGET":
      return { context: { entityType: "deal", entityId: 88, source: "link" } };
    case "ONIMBOTV2REACTIONCHANGE":
      return { reaction: event.text ?? "", action: "add", message };
    default: {
      const { authorId, text = about.text, command } = event;
      const written = v2MessageRecord({ ...about, authorId, text, params: {} });
      return {
        ...(command === undefined ? {} : { command: { ...command } }),
        message: { ...written, viewedByOthers: false },
      };
    }
  }
}

/** The chat with a few fields, its id turned to the bot's view. */
function where(event: WaitingEvent, chat: Chat, bot: Person, state: DemoState): JsonObject {
  const dialogId = dialogIdFor(chat, bot, state);
  const namesDialog = event.type === "ONIMBOTV2JOINCHAT" || event.type === "ONIMBOTV2CONTEXTGET";
  return {
    ...(namesDialog ? { dialogId } : {}),
    chat: {
      id: chat.id,
      dialogId,
      type: chatTypeOf(chat),
      name: chat.name ?? "",
      entityType: chat.entityType,
      owner: chat.owner,
      avatar: chatAvatarUrl(chat, state),
      color: chat.color,
    },
  };
}

/** Whose presence is not told. */
function eventPerson(who: Person, state: DemoState): JsonObject {
  const unknown = { idle: false, lastActivityDate: false, mobileLastDate: false, absent: false };
  return { ...v2PersonRecord(who, state), ...unknown };
}
