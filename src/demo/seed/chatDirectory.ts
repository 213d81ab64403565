import { portalDate } from "../base/portalTime";
import { awkwardChats } from "./awkwardChats";
import { chat, type Chat } from "./chat";
import { entityChats } from "./entityChats";
import { groupChats } from "./groupChats";
import { openLineChats } from "./openLineChats";
import { routeChats } from "./routeChats";
import type { Workgroup } from "./workgroups";

const firstNewId = 30_001;

/** Every chat of the portal. Built at the first question, so that making a portal costs nothing. */
export class ChatDirectory {
  private built: Map<number, Chat> | undefined;
  private nextId = firstNewId;

  /** @param more chats beside the usual ones */
  constructor(private readonly more: readonly Chat[] = []) {}

  get(id: number): Chat | undefined {
    return this.chats.get(id);
  }

  all(): Chat[] {
    return [...this.chats.values()];
  }

  /** The dialog of two people, or of one with himself: the notes. */
  findPrivate(userId: number, companionId: number): Chat | undefined {
    const count = userId === companionId ? 1 : 2;
    return this.all().find(
      ({ messageType, members }) =>
        messageType === "P" &&
        members.length === count &&
        members.includes(userId) &&
        members.includes(companionId),
    );
  }

  findByEntity(entityType: string, entityId: string): Chat | undefined {
    return this.all().find((of) => of.entityType === entityType && of.entityId === entityId);
  }

  addPrivate(userId: number, companionId: number, nowMs: number): Chat {
    const isNotes = userId === companionId;
    return this.add({
      name: "",
      messageType: "P",
      ...(isNotes ? { entityType: "FAVORITE", entityId: String(userId) } : {}),
      members: isNotes ? [userId] : [userId, companionId],
      managers: [],
      owner: userId,
      ...emptySince(nowMs),
    });
  }

  addWorkgroupChat(group: Workgroup, nowMs: number): Chat {
    return this.add({
      name: group.name,
      entityType: "SONET_GROUP",
      entityId: String(group.id),
      owner: group.memberIds[0] ?? 0,
      members: group.memberIds,
      ...emptySince(nowMs),
    });
  }

  private add(seed: Partial<Chat>): Chat {
    const added = chat({ ...seed, id: this.nextId++ });
    this.chats.set(added.id, added);
    return added;
  }

  private get chats(): Map<number, Chat> {
    this.built ??= new Map(
      [
        ...groupChats(),
        ...openLineChats(),
        ...entityChats(),
        ...awkwardChats(),
        ...routeChats(),
        ...this.more,
      ].map((seeded) => [seeded.id, seeded]),
    );
    return this.built;
  }
}

function emptySince(nowMs: number): Partial<Chat> {
  const date = portalDate(nowMs);
  return { dateCreate: date, lastMessageDate: date, lastMessageId: 0, messageCount: 0 };
}
