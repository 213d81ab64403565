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
