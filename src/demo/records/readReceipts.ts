import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../base/json";
import { epochOf, portalDate } from "../base/portalTime";
import type { Chat } from "../seed/chat";
import { fullName, type Person } from "../seed/person";

const readDelayMs = 90_000;
const shownViewers = 10;

/** How far each active member but the viewer has read. */
export function readedList(chat: Chat, viewer: Person, state: DemoState): JsonObject[] {
  const readAt = epochOf(chat.lastMessageDate);
  return activeOthers(chat, viewer, state).map((who, index) => {
    const hasRead = chat.messageCount > 0 && who.lastSeen !== undefined && index % 5 !== 4;
    return {
      user_id: who.id,
      user_name: fullName(who),
      message_id: hasRead ? chat.lastMessageId : 0,
      date: hasRead ? portalDate(readAt + (index % 40) * readDelayMs) : null,
    };
  });
}

export function lastMessageViews(chat: Chat, viewer: Person, state: DemoState): Json {
  const viewers = readedList(chat, viewer, state).filter((entry) => entry["date"] !== null);
  return {
    message_id: chat.lastMessageId,
    first_viewers: viewers.slice(0, shownViewers).map((entry) => ({
      user_id: entry["user_id"] ?? 0,
      user_name: entry["user_name"] ?? "",
      date: entry["date"] ?? null,
    })),
    count_of_viewers: viewers.length,
  };
}

function activeOthers(chat: Chat, viewer: Person, state: DemoState): Person[] {
  return chat.members
    .filter((id) => id !== viewer.id)
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who?.isActive === true);
}
