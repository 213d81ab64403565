import { roleIn } from "../portal/access";
import type { DemoState } from "../portal/demoState";
import type { JsonObject } from "../base/json";
import { portalDate } from "../base/portalTime";
import { chatTypeOf, type Chat } from "../seed/chat";
import { fullName, type Person } from "../seed/person";
import { chatAvatarUrl, personAvatarUrl } from "./avatarUrl";
import { personRecord } from "./personRecord";

/** One row of the list of recent dialogs: a chat, or a person for a private dialog. */
export function recentItem(chat: Chat, viewer: Person, state: DemoState): JsonObject {
  const companion = companionOf(chat, viewer, state);
  const counter = viewer.id === 1 ? chat.counter : 0;
  return {
    ...(companion === undefined
      ? chatHead(chat, viewer, state)
      : personHead(chat, companion, viewer, state)),
    chat_id: chat.id,
    message: lastMessage(chat, state),
    counter,
    last_id: chat.lastMessageId - counter,
    pinned: chat.isPinned && viewer.id === 1,
    unread: false,
    has_reminder: false,
    date_update: chat.lastMessageDate,
    date_last_activity: chat.lastMessageDate,
    ...openLine(chat),
    options: [],
  };
}

/** Who the other one is in a private dialog; in notes it is the reader. */
function companionOf(chat: Chat, viewer: Person, state: DemoState): Person | undefined {
  if (chat.messageType !== "P") return undefined;
  const id = chat.members.find((member) => member !== viewer.id) ?? viewer.id;
  return state.people.get(id);
}

function chatHead(chat: Chat, viewer: Person, state: DemoState): JsonObject {
  const title = chat.name ?? "";
  return {
    id: `chat${chat.id}`,
    type: "chat",
    avatar: { url: chatAvatarUrl(chat, state), color: chat.color },
    title,
    chat: {
      id: chat.id,
      // Portals of the oldest generation said `title` here too.
      [state.traits.titleKey]: title,
      owner: chat.owner,
      type: chatTypeOf(chat),
      entity_type: chat.entityType,
      entity_id: chat.entityId,
      entity_data_1: chat.entityData1,
      entity_data_2: chat.entityData2,
      entity_data_3: chat.entityData3,
      date_create: chat.dateCreate,
      message_type: chat.messageType,
      role: roleIn(chat, viewer).toUpperCase(),
      mute_list: muteMap(chat, viewer),
    },
    user: { id: 0 },
  };
}

function personHead(chat: Chat, who: Person, viewer: Person, state: DemoState): JsonObject {
  return {
    id: who.id,
    type: "user",
    avatar: { url: personAvatarUrl(who, state), color: who.color },
    title: fullName(who),
    chat: {
      text_field_enabled: chat.canWrite,
      background_id: chat.backgroundId,
      mute_list: muteMap(chat, viewer),
    },
    user: personRecord(who, state),
  };
}

function muteMap(chat: Chat, viewer: Person): JsonObject {
  return chat.mutedBy.includes(viewer.id) ? { [viewer.id]: true } : {};
}

function lastMessage(chat: Chat, state: DemoState): JsonObject {
  const last = state.messages.last(chat);
  return {
    id: last?.id ?? 0,
    text: last?.text ?? "",
    file: false,
    author_id: last?.authorId ?? 0,
    attach: false,
    sticker: null,
    date: last === undefined ? null : portalDate(last.dateMs),
    status: "received",
    uuid: null,
  };
}

function openLine(chat: Chat): JsonObject {
  if (chat.messageType !== "L") return {};
  const sessionId = Number(chat.entityData1.split("|")[5] ?? 0);
  return {
    lines: { id: sessionId, status: chat.owner === 0 ? 0 : 10, date_create: chat.dateCreate },
  };
}
