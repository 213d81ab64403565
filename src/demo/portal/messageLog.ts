import type { Chat, FileSeed, Line } from "../seed/chat";
import type { JsonObject } from "../base/json";
import { epochOf, portalDate } from "../base/portalTime";

export interface Message {
  readonly id: number;
  readonly chatId: number;
  /** 0: written by the system. */
  readonly authorId: number;
  readonly text: string;
  readonly dateMs: number;
  readonly params: JsonObject;
  readonly files: readonly FileSeed[];
}

const usualTalk: readonly string[] = [
  "Thanks, that helps.",
  "I will check with the depot and come back to you.",
  "Done. Two parcels moved to the afternoon round.",
  "Could somebody from dispatch take this one?",
  "Route sheet: [URL=https://example.com/routes]routes[/URL]",
];

const usualSpacingMs = 7 * 60 * 1000;

/** What was written while the portal runs, and when the newest seeded message before it was. */
interface Added {
  readonly seededUntilMs: number;
  readonly messages: readonly Message[];
}

/**
 * The messages of every chat. They are made up from the chat's own lines when they are asked for,
 * so a chat of a million messages costs nothing; only those added while running are stored.
 */
export class MessageLog {
  private readonly added = new Map<number, Added>();

  /** Appends a message to a chat and makes it the newest, unread for user 1. */
  append(chat: Chat, authorId: number, text: string, nowMs: number): Message {
    const id = chat.lastMessageId + 1;
    const message = { id, chatId: chat.id, authorId, text, dateMs: nowMs, params: {}, files: [] };
    const before = this.added.get(chat.id);
    this.added.set(chat.id, {
      seededUntilMs: before?.seededUntilMs ?? epochOf(chat.lastMessageDate),
      messages: [...(before?.messages ?? []), message],
    });
    chat.lastMessageId = message.id;
    chat.messageCount++;
    chat.counter++;
    chat.lastMessageDate = portalDate(nowMs);
    return message;
  }

  has(chat: Chat, id: number): boolean {
    return chat.messageCount > 0 && id >= firstId(chat) && id <= chat.lastMessageId;
  }

  last(chat: Chat): Message | undefined {
    return chat.messageCount === 0 ? undefined : this.at(chat, chat.lastMessageId);
  }

  /** Up to `limit` messages with ids below `lastId`, newest first. */
  before(chat: Chat, lastId: number, limit: number): Message[] {
    const newest = Math.min(chat.lastMessageId, lastId - 1);
    const count = Math.max(0, Math.min(limit, newest - firstId(chat) + 1));
    return Array.from({ length: count }, (_, index) => this.at(chat, newest - index));
  }

  /** The `limit` oldest messages after an id, newest first like every page. */
  after(chat: Chat, afterId: number, limit: number): Message[] {
    const oldest = Math.max(firstId(chat), afterId + 1);
    const newest = Math.min(chat.lastMessageId, oldest + limit - 1);
    return this.before(chat, newest + 1, newest - oldest + 1);
  }

  /** One that is there, see `has`. */
  at(chat: Chat, id: number): Message {
    const added = this.added.get(chat.id);
    const stored = added?.messages.find((message) => message.id === id);
    if (stored !== undefined) return stored;
    const age = chat.lastMessageId - (added?.messages.length ?? 0) - id;
    const [authorId, text, extras = {}] = id === firstId(chat) ? firstLine : lineAt(chat, age);
    const { params = {}, files = [], answersLineAbove: above } = extras;
    const until = added?.seededUntilMs ?? epochOf(chat.lastMessageDate);
    return {
      id,
      chatId: chat.id,
      authorId,
      text,
      dateMs: until - age * spacingMs(chat, until),
      params: {
        ...params,
        ...(files.length === 0 ? {} : { FILE_ID: files.map((file) => file.id) }),
        ...(above === undefined ? {} : { REPLY_ID: id - above }),
      },
      files,
    };
  }
}

/** Minutes, or less where a chat is too full for its age. */
function spacingMs(chat: Chat, untilMs: number): number {
  const ageMs = untilMs - epochOf(chat.dateCreate ?? "");
  return Math.min(usualSpacingMs, Math.max(0, ageMs) / chat.messageCount);
}

const joined = { CODE: ["CHAT_JOIN"], NOTIFY: "N" };
const firstLine: Line = [0, "Chat created.", { params: joined }];

/** The chat's lines end with its newest message; backwards from there they repeat, as plain text. */
function lineAt(chat: Chat, age: number): Line {
  if (age < chat.talk.length) return fromEnd(chat.talk, age);
  const plain = chat.talk.filter(([, text, extras]) => extras === undefined && text !== "");
  if (plain.length > 0) return fromEnd(plain, age);
  return [fromEnd(chat.members.slice(0, 3), age), fromEnd(usualTalk, age + chat.id)];
}

function fromEnd<T>(list: readonly T[], age: number): T {
  return list[list.length - 1 - (age % list.length)] as T;
}

function firstId(chat: Chat): number {
  return chat.lastMessageId - chat.messageCount + 1;
}
