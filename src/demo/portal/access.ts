import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";
import type { DemoState } from "./demoState";

export type Role = "owner" | "manager" | "member" | "guest" | "none";

/** Who may read which chat (REST brief, dialogs.md section 1.2). Administrators have no extra right. */
export function canRead(viewer: Person, chat: Chat, state: DemoState): boolean {
  if (chat.members.includes(viewer.id)) return true;
  switch (chat.messageType) {
    case "O":
    case "J":
      return !viewer.isExtranet;
    case "L":
      return viewer.seesOpenLines;
    case "T": {
      const parent = state.chats.get(chat.parentChatId);
      return parent !== undefined && canRead(viewer, parent, state);
    }
    default:
      return false;
  }
}

/** Whether one person shows up for another: guests see only those they share a chat with. */
export function canSee(viewer: Person, other: Person, state: DemoState): boolean {
  if (!viewer.isExtranet || viewer.id === other.id) return true;
  return state.chats
    .all()
    .some(({ members }) => members.includes(viewer.id) && members.includes(other.id));
}

export function roleIn(chat: Chat, viewer: Person): Role {
  if (chat.owner === viewer.id) return "owner";
  if (chat.managers.includes(viewer.id)) return "manager";
  if (chat.members.includes(viewer.id)) return "member";
  return chat.messageType === "O" || chat.messageType === "J" ? "guest" : "none";
}
