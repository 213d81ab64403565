import type { AvatarName } from "../seed/avatars";
import type { Chat } from "../seed/chat";
import { ChatDirectory } from "../seed/chatDirectory";
import { PeopleDirectory } from "../seed/peopleDirectory";
import { EventLog } from "./eventLog";
import { MessageLog } from "./messageLog";
import type { MethodTable } from "./methodTable";
import type { PortalTraits } from "./portalTraits";
import type { SystemRefusals } from "./systemRefusals";

export interface StateSettings {
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly refusals: SystemRefusals;
  readonly traits: PortalTraits;
  readonly pictureUrl: (name: AvatarName) => string;
  /** Beside the portal's own. */
  readonly moreChats: readonly Chat[];
}

/** What the methods work on: the portal's people and chats, its settings and its clock. */
export class DemoState {
  readonly people = new PeopleDirectory();
  readonly chats: ChatDirectory;
  readonly messages = new MessageLog();
  readonly events = new EventLog();
  readonly origin: string;
  readonly pictureUrl: (name: AvatarName) => string;
  refusals: SystemRefusals;
  traits: PortalTraits;
  private readonly recorded: Effect[] = [];
  private readonly clock: () => number;

  constructor(
    readonly methods: MethodTable,
    settings: StateSettings,
  ) {
    this.chats = new ChatDirectory(settings.moreChats);
    this.origin = settings.origin;
    this.pictureUrl = settings.pictureUrl;
    this.refusals = settings.refusals;
    this.traits = settings.traits;
    this.clock = settings.clock;
  }

  get effects(): readonly Effect[] {
    return this.recorded;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.clock();
  }

  /** Takes somebody into a chat; a bot hears of it. */
  join(
    chat: Chat,
    userId: number,
    by: { readonly isBot: boolean; readonly byUserId: number },
  ): void {
    chat.members = [...chat.members, userId];
    if (by.isBot) this.tellOfJoin(chat, userId, by.byUserId);
    this.record({
      kind: "chatJoined",
      chatId: chat.id,
      userId,
      ...(by.isBot ? { notifiedBotId: userId } : {}),
    });
  }

  /** Bots that the portal calls have no log. */
  tellOfJoin(chat: Chat, botId: number, authorId: number): void {
    if (this.people.get(botId)?.bot?.eventMode !== "fetch") return;
    this.events.add(botId, { type: "ONIMBOTV2JOINCHAT", chatId: chat.id, authorId }, this.now());
  }

  record(effect: Effect): void {
    this.recorded.push(effect);
  }
}

/** What a call left behind on the portal: the reason why some ids must be confirmed before reading. */
export type Effect =
  | {
      readonly kind: "privateChatCreated";
      readonly chatId: number;
      readonly userIds: readonly number[];
      /** The bot that got a join event because the new chat is with it. */
      readonly notifiedBotId?: number;
    }
  | { readonly kind: "workgroupChatCreated"; readonly chatId: number; readonly workgroupId: number }
  | {
      readonly kind: "chatJoined";
      readonly chatId: number;
      readonly userId: number;
      /** The bot that got a join event because it is who joined. */
      readonly notifiedBotId?: number;
    }
  /** An `offset` was sent for a bot's events: those before it are gone for the bot itself. */
  | { readonly kind: "eventsConfirmed"; readonly botId: number; readonly count: number };
