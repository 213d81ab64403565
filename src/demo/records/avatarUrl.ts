import { demoOrigin } from "../demoAddress";
import { avatarPath, avatarPngs, isAvatarName, type AvatarName } from "../seed/avatars";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";

/**
 * A picture's address: a URL where the portal is served over HTTP, the picture itself where it is
 * the built-in demo, whose origin no network resolves.
 */
function avatarUrl(name: AvatarName, origin: string): string {
  return origin === demoOrigin
    ? `data:image/png;base64,${avatarPngs[name]}`
    : origin + avatarPath(name);
}

export function personAvatarUrl(who: Person, origin: string): string {
  return who.avatar === undefined ? "" : avatarUrl(who.avatar, origin);
}

export function chatAvatarUrl(chat: Chat, origin: string): string {
  if (isAvatarName(chat.avatar)) return avatarUrl(chat.avatar, origin);
  // Blank pictures keep their relative path, as old portals wrote them; the host goes before uploads.
  return chat.avatar.startsWith("/upload/") ? origin + chat.avatar : chat.avatar;
}
