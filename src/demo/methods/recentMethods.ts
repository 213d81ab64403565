import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, type Outcome } from "../portal/outcome";
import { intOf, isYes, textOf } from "../portal/parameters";
import { epochOf } from "../base/portalTime";
import { recentItem } from "../records/recentItem";
import type { Chat } from "../seed/chat";
import { limitOf } from "./paging";

/**
 * Pages after the first start one row early, as if a dialog had moved up in the meantime: clients
 * have to drop duplicates, as on a busy portal.
 */
export function listRecent(call: Call, state: DemoState): Outcome {
  const { parameters } = call;
  const limit = limitOf(parameters, { usual: 50, max: 200 });
  const offset = Math.max(0, intOf(parameters["OFFSET"], 0));
  const start = Math.max(0, offset - 1);
  const all = recentChats(call, state);
  const hasMore = start + limit < all.length;
  return answer(
    {
      items: all.slice(start, start + limit).map((chat) => recentItem(chat, call.caller, state)),
      hasMorePages: hasMore,
      hasMore,
      copilot: {},
      messagesAutoDeleteConfigs: [],
    },
    { total: -1, ...(hasMore ? { next: offset + limit } : {}) },
  );
}

/** The chats the caller is in, pinned ones first, then by the newest message. */
export function recentChats(call: Call, state: DemoState): Chat[] {
  const before = epochOf(textOf(call.parameters["LAST_MESSAGE_DATE"]) ?? "");
  return ownChats(call, state)
    .filter((chat) => Number.isNaN(before) || epochOf(chat.lastMessageDate) < before)
    .filter((chat) => isWanted(chat, call))
    .sort(
      (one, other) =>
        Number(other.isPinned) - Number(one.isPinned) ||
        epochOf(other.lastMessageDate) - epochOf(one.lastMessageDate) ||
        one.id - other.id,
    );
}

/** Comment threads live under their post, task chats under their task, and a broken record has no row. */
export function ownChats({ caller }: Call, state: DemoState): Chat[] {
  return state.chats
    .all()
    .filter((chat) => chat.members.includes(caller.id))
    .filter((chat) => !["T", "X"].includes(chat.messageType) && !chat.isBroken);
}

function isWanted(chat: Chat, { parameters, caller }: Call): boolean {
  const isLine = chat.messageType === "L";
  const isPrivate = chat.messageType === "P";
  if (isLine && isYes(parameters["SKIP_OPENLINES"])) return false;
  if (isLine && chat.owner === 0 && isYes(parameters["SKIP_UNDISTRIBUTED_OPENLINES"])) return false;
  if (!isLine && isYes(parameters["ONLY_OPENLINES"])) return false;
  if (isPrivate && isYes(parameters["SKIP_DIALOG"])) return false;
  if (!isPrivate && !isLine && isYes(parameters["SKIP_CHAT"])) return false;
  if (isYes(parameters["UNREAD_ONLY"]) && (caller.id !== 1 || chat.counter === 0)) return false;
  if (isYes(parameters["ONLY_COPILOT"]) && chat.messageType !== "A") return false;
  const isChannel = chat.messageType === "N" || chat.messageType === "J";
  return isChannel || !isYes(parameters["ONLY_CHANNEL"]);
}
