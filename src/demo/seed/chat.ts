import { colors } from "./colors";
import type { JsonObject } from "../base/json";

/**
 * A chat as the portal stores it: who sees it how is worked out when it is written. Unread numbers
 * belong to user 1, the owner of the first webhook.
 */
export interface Chat {
  readonly id: number;
  /** Null or "" for private dialogs, whose title is the companion's name. */
  readonly name: string | null;
  readonly description: string | null;
  /** One letter, REST brief, entities.md section 1. */
  readonly messageType: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly entityData1: string;
  readonly entityData2: string;
  readonly entityData3: string;
  readonly parentChatId: number;
  readonly parentMessageId: number;
  /** 0: none, as in an open line that waits for an operator. */
  readonly owner: number;
  /** Grows when a read joins somebody to the chat. */
  members: readonly number[];
  readonly managers: readonly number[];
  /** Bots that may see the task whose chat this is. */
  readonly taskVisibleTo: readonly number[];
  /** The name of one of the portal's pictures, or a URL that is written as it stands; "" for none. */
  readonly avatar: string;
  readonly color: string;
  readonly dateCreate: string | null;
  /** ISO date of the newest message. */
  lastMessageDate: string;
  lastMessageId: number;
  messageCount: number;
  counter: number;
  readonly markedId: number;
  readonly diskFolderId: number;
  readonly mutedBy: readonly number[];
  readonly backgroundId: string | null;
  readonly canWrite: boolean;
  readonly isNew: boolean;
  readonly isPinned: boolean;
  readonly publicLink?: { readonly code: string; readonly path: string };
  readonly containsCollaber: boolean;
  /** Lines of talk the messages are made of; none: the family's usual ones. */
  readonly talk: readonly Line[];
  /** An address of another shape than the kind would give. */
  readonly linkOverride?: { readonly type: string; readonly url: string; readonly id?: string };
  /** Written instead of the whole record: shapes that no rule produces. */
  readonly fixedRecord?: JsonObject;
  /** The portal cannot read the record though the chat is there. */
  readonly isBroken: boolean;
}

/** Something said in a chat, by whom, and what else the message is. */
export type Line = readonly [authorId: number, text: string, extras?: LineExtras];

interface LineExtras {
  /** As on the wire: `KEYBOARD`, `ATTACH`, `LIKE`, `IS_EDITED` and so on. */
  readonly params?: JsonObject;
  /** It answers the message that many lines above. */
  readonly answersLineAbove?: number;
  readonly files?: readonly FileSeed[];
}

export interface FileSeed {
  readonly id: number;
  readonly name: string;
  readonly type: "image" | "file" | "audio";
  readonly sizeBytes: number;
  readonly image?: { readonly height: number; readonly width: number };
  /** Where its links lead, when not to the portal. */
  readonly origin?: string;
}

export type ChatSeed = Pick<Chat, "id"> & Partial<Chat>;

/** A group chat of Ivy and Omar; a seed says only how it differs. */
export function chat(seed: ChatSeed): Chat {
  const lastMessageId = seed.lastMessageId ?? 10_000 + seed.id * 100; // ids are the portal's: no two chats share one
  return {
    name: "",
    description: "",
    messageType: "C",
    entityType: "",
    entityId: "",
    entityData1: "",
    entityData2: "",
    entityData3: "",
    parentChatId: 0,
    parentMessageId: 0,
    owner: 1,
    members: [1, 7],
    managers: seed.owner === 0 ? [] : [seed.owner ?? 1],
    taskVisibleTo: [],
    avatar: "",
    color: colors.mint,
    dateCreate: "2026-02-02T09:30:00+02:00",
    lastMessageDate: "2026-02-20T12:00:00+02:00",
    lastMessageId,
    messageCount: 12,
    counter: 0,
    markedId: 0,
    diskFolderId: 0,
    mutedBy: [],
    backgroundId: null,
    canWrite: true,
    isNew: false,
    isPinned: false,
    containsCollaber: false,
    talk: [],
    isBroken: false,
    ...seed,
  };
}

/** The word in `type`, worked out in the portal's order (REST brief, entities.md section 2). */
export function chatTypeOf({
  messageType,
  entityType,
}: Pick<Chat, "messageType" | "entityType">): string {
  if (messageType === "J")
    return entityType === "GENERAL_CHANNEL" ? "generalChannel" : "openChannel";
  const own = ownTypes[messageType];
  if (own !== undefined || entityType !== "") return own ?? camelCase(entityType);
  return messageType === "O" ? "open" : "chat";
}

const ownTypes: Readonly<Record<string, string>> = {
  P: "private",
  A: "copilot",
  B: "collab",
  N: "channel",
  T: "comment",
};

export function camelCase(word: string): string {
  return word
    .toLowerCase()
    .replace(/_+(.)?/g, (_all, letter?: string) => letter?.toUpperCase() ?? "");
}
