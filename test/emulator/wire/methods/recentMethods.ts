import { ownChats, recentChats } from "../../../../src/demo/methods/recentMethods";
import type { Call, MethodDefinition } from "../../../../src/demo/portal/call";
import type { DemoState } from "../../../../src/demo/portal/demoState";
import type { JsonObject } from "../../../../src/demo/base/json";
import { answer, type Outcome } from "../../../../src/demo/portal/outcome";
import { textOf } from "../../../../src/demo/portal/parameters";
import { epochOf } from "../../../../src/demo/base/portalTime";
import { recentItem } from "../../../../src/demo/records/recentItem";
import type { Chat } from "../../../../src/demo/seed/chat";

/** The older list of recent dialogs, and what is unread in them. */
export const moreRecentMethods: readonly MethodDefinition[] = [
  { name: "im.recent.get", scopes: ["im"], handle: getRecent },
  { name: "im.counters.get", scopes: ["im"], handle: getCounters },
];

function getRecent(call: Call, state: DemoState): Outcome {
  const since = epochOf(textOf(call.parameters["LAST_SYNC_DATE"]) ?? "");
  const fresh = recentChats(call, state).filter(
    (chat) => Number.isNaN(since) || epochOf(chat.lastMessageDate) >= since,
  );
  return answer(fresh.map((chat) => recentItem(chat, call.caller, state)));
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
