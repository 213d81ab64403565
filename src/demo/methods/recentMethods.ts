import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { JsonObject } from "../portal/json";
import { answer, type Outcome } from "../portal/outcome";
import { intOf, isYes, textOf } from "../portal/parameters";
import { epochOf } from "../portal/portalTime";
import { recentItem } from "../records/recentItem";
import type { Chat } from "../seed/chat";
import { limitOf } from "./paging";

/** The caller's own list of dialogs, and what is unread in it. */
export const recentMethods: readonly MethodDefinition[] = [
  { name: "im.recent.list", scopes: ["im"], handle: listRecent },
  { name: "im.recent.get", scopes: ["im"], handle: getRecent },
  { name: "im.counters.get", scopes: ["im"], handle: getCounters },
];

/**
 * Pages after the first start one row early, as if a dialog had moved up in the meantime: clients
 * have to drop duplicates, as on a busy portal.
 */
function listRecent(call: Call, state: DemoState): Outcome {
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

function getRecent(call: Call, state: DemoState): Outcome {
  const since = epochOf(textOf(call.parameters["LAST_SYNC_DATE"]) ?? "");
  const fresh = recentChats(call, state).filter(
    (chat) => Number.isNaN(since) || epochOf(chat.lastMessageDate) >= since,
  );
  return answer(fresh.map((chat) => recentItem(chat, call.caller, state)));
}

/** The chats the caller is in, pinned ones first, then by the newest message. */
function recentChats(call: Call, state: DemoState): Chat[] {
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

/** Comment threads live under their post, and a broken record has no row. */
function ownChats({ caller }: Call, state: DemoState): Chat[] {
  return state.chats
    .all()
    .filter((chat) => chat.members.includes(caller.id))
    .filter((chat) => chat.messageType !== "T" && !chat.isBroken);
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

const unseenNotices = 1;

function getCounters(call: Call, state: DemoState): Outcome {
  const unread =
    call.caller.id === 1 ? ownChats(call, state).filter((chat) => chat.counter > 0) : [];
  const muted = unread.filter((chat) => chat.mutedBy.includes(call.caller.id));
  const heard = unread.filter((chat) => !muted.includes(chat));
  const lines = heard.filter((chat) => chat.messageType === "L");
  const privates = heard.filter((chat) => chat.messageType === "P");
  const chats = heard.filter((chat) => !lines.includes(chat) && !privates.includes(chat));
  const messenger = sum(chats) + sum(privates);
  return answer({
    TYPE: {
      ALL: unseenNotices + messenger + sum(lines),
      NOTIFY: unseenNotices,
      CHAT: sum(chats),
      LINES: sum(lines),
      DIALOG: sum(privates),
      MESSENGER: messenger,
    },
    CHAT: countersBy(chats, (chat) => chat.id),
    CHAT_MUTED: countersBy(muted, (chat) => chat.id),
    CHAT_UNREAD: [],
    LINES: countersBy(lines, (chat) => chat.id),
    DIALOG: countersBy(privates, (chat) => chat.members.find((id) => id !== call.caller.id) ?? 0),
    DIALOG_UNREAD: [],
  });
}

function sum(chats: readonly Chat[]): number {
  return chats.reduce((total, chat) => total + chat.counter, 0);
}

function countersBy(chats: readonly Chat[], keyOf: (chat: Chat) => number): JsonObject {
  return Object.fromEntries(chats.map((chat) => [keyOf(chat), chat.counter]));
}
