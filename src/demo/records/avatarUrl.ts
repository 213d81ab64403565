import type { DemoState } from "../portal/demoState";
import { isAvatarName } from "../seed/avatars";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";

export function personAvatarUrl(who: Person, state: DemoState): string {
  return who.avatar === undefined ? "" : state.pictureUrl(who.avatar);
}

export function chatAvatarUrl(chat: Chat, state: DemoState): string {
  if (isAvatarName(chat.avatar)) return state.pictureUrl(chat.avatar);
  // Blank pictures keep their relative path, as old portals wrote them; the host goes before uploads.
  return chat.avatar.startsWith("/upload/") ? state.origin + chat.avatar : chat.avatar;
}
