import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";
import { workgroups } from "../seed/workgroups";
import { canRead, canSee } from "./access";
import type { DemoState } from "./demoState";
import type { Json } from "../base/json";
import { refuse, type Refusal } from "./outcome";

/** The entry check of today's portals; `0` is caught apart, because PHP calls it empty. */
const dialogIdPattern = /^([0-9]+|(chat|sg|crm)[0-9]+)$/i;

const dialogIdEmpty = refuse(400, "DIALOG_ID_EMPTY", "Dialog ID can't be empty");
const noAccess = refuse(403, "ACCESS_ERROR", "You do not have access to the specified dialog");
export const unreadable = refuse(400, "ACCESS_ERROR", "You don't have access to this chat");

export type Lookup = { readonly ok: true; readonly chat: Chat } | Refusal;

/**
 * Finds the chat behind a DIALOG_ID for one reader, by the portal's own rules: some forms create or
 * join a chat on the way, and a chat that is not there is refused like one that is closed.
 */
export function lookUpDialog(dialogId: Json | undefined, viewer: Person, state: DemoState): Lookup {
  if (typeof dialogId !== "string" && typeof dialogId !== "number") return dialogIdEmpty;
  const text = String(dialogId);
  if (!dialogIdPattern.test(text) || text === "0") return dialogIdEmpty;

  const id = Number(/\d+$/.exec(text)?.[0]);
  if (/^\d/.test(text)) return lookUpPrivate(id, viewer, state);
  if (/^sg/i.test(text)) return lookUpWorkgroup(id, viewer, state);
  if (/^crm/i.test(text)) return unreadable; // passes the check, names nothing
  return admit(state.chats.get(id), viewer, state);
}

function admit(chat: Chat | undefined, viewer: Person, state: DemoState): Lookup {
  if (chat === undefined || !canRead(viewer, chat, state)) return noAccess;
  return chat.isBroken ? unreadable : { ok: true, chat };
}

function lookUpPrivate(companionId: number, viewer: Person, state: DemoState): Lookup {
  const companion = state.people.get(companionId);
  if (companion === undefined || !canSee(viewer, companion, state)) return noAccess;
  const existing = state.chats.findPrivate(viewer.id, companionId);
  if (existing !== undefined) return admit(existing, viewer, state);
  return { ok: true, chat: startPrivateChat(viewer, companion, state) };
}

/** A bot on either side gets a join event, and may greet the other. */
export function startPrivateChat(starter: Person, companion: Person, state: DemoState): Chat {
  const created = state.chats.addPrivate(starter.id, companion.id, state.now());
  const bot = [companion, starter].find((who) => who.bot !== undefined);
  state.record({
    kind: "privateChatCreated",
    chatId: created.id,
    userIds: created.members,
    ...(bot === undefined ? {} : { notifiedBotId: bot.id }),
  });
  if (bot !== undefined) {
    state.tellOfJoin(created, bot.id, bot === starter ? companion.id : starter.id);
  }
  return created;
}

function lookUpWorkgroup(id: number, viewer: Person, state: DemoState): Lookup {
  const existing = state.chats.findByEntity("SONET_GROUP", String(id));
  return admit(existing ?? createWorkgroupChat(String(id), state), viewer, state);
}

/** The chat comes before the question whether the viewer may see it. */
export function createWorkgroupChat(workgroupId: string, state: DemoState): Chat | undefined {
  const group = workgroups.find(({ id }) => String(id) === workgroupId);
  if (group === undefined) return undefined;
  const created = state.chats.addWorkgroupChat(group, state.now());
  state.record({ kind: "workgroupChatCreated", chatId: created.id, workgroupId: group.id });
  return created;
}
