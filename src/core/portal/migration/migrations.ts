/** What changes with a successor, beside its name; the sentence is in `text`. */
export type MigrationChange =
  | "register"
  | "update"
  | "unregister"
  | "botList"
  | "dialogGet"
  | "chatGet"
  | "chatAdd"
  | "chatUpdate"
  | "people"
  | "peopleList"
  | "manager"
  | "typing"
  | "send"
  | "fields"
  | "deleteMessage"
  | "reaction"
  | "command"
  | "names";

export interface Migration {
  readonly from: string;
  /** One of them, by what the call is to do. */
  readonly to: readonly [string, ...string[]];
  readonly change: MigrationChange;
}

const v2 = "imbot.v2.";

/**
 * Methods of bots that have successors. All still work; Bitrix24 has named no date for their end.
 * @see REST brief, migration.md section 1
 */
export const migrations: readonly Migration[] = (
  [
    ["register", "Bot.register", "register"],
    ["update", "Bot.update", "update"],
    ["unregister", "Bot.unregister", "unregister"],
    ["bot.list", "Bot.list", "botList"],
    ["dialog.get", "Chat.get", "dialogGet"],
    ["chat.get", "Chat.get", "chatGet"],
    ["chat.add", "Chat.add", "chatAdd"],
    ["chat.updateTitle", "Chat.update", "chatUpdate"],
    ["chat.updateColor", "Chat.update", "chatUpdate"],
    ["chat.updateAvatar", "Chat.update", "chatUpdate"],
    ["chat.user.add", "Chat.User.add", "people"],
    ["chat.user.delete", "Chat.User.delete", "people"],
    ["chat.user.list", "Chat.User.list", "peopleList"],
    ["chat.leave", "Chat.leave", "names"],
    ["chat.setManager", "Chat.Manager.add Chat.Manager.delete", "manager"],
    ["chat.setOwner", "Chat.setOwner", "names"],
    ["chat.sendTyping", "Chat.InputAction.notify", "typing"],
    ["message.add", "Chat.Message.send", "send"],
    ["message.update", "Chat.Message.update", "fields"],
    ["message.delete", "Chat.Message.delete", "deleteMessage"],
    ["message.like", "Chat.Message.Reaction.add Chat.Message.Reaction.delete", "reaction"],
    ["command.register", "Command.register", "command"],
    ["command.update", "Command.update", "command"],
    ["command.unregister", "Command.unregister", "names"],
    ["command.answer", "Command.answer", "fields"],
  ] as const
).map(([from, to, change]) => ({
  from: `imbot.${from}`,
  to: to.split(" ").map((name) => v2 + name) as [string, ...string[]],
  change,
}));

/** Those that have no older form. */
const newOnly = [
  "Bot.get",
  "Chat.Message.read",
  "Chat.Message.get",
  "Chat.Message.getContext",
  "Chat.TextField.enabled",
  "Command.list",
  "Event.get",
  "File.upload",
  "File.download",
  "Revision.get",
].map((name) => v2 + name);

/** Names of the second generation by their small letters: portals know them in this case alone. */
export const exactNames: ReadonlyMap<string, string> = new Map(
  [...migrations.flatMap(({ to }) => to), ...newOnly].map((name) => [name.toLowerCase(), name]),
);

/** By its name in small letters: portals know the old ones in any case. */
export const migrationOf: ReadonlyMap<string, Migration> = new Map(
  migrations.map((migration) => [migration.from.toLowerCase(), migration]),
);

/** What worked once and has an end. @see REST brief, migration.md sections 1 and 5 */
export const dated = {
  /** `imbot.v2.Command.register` took its parameters without `fields`. */
  flatCommand: "2026-09-30",
  /** `imbot.v2.Event.get` answered `lastEventId` beside `nextOffset`. */
  lastEventId: "2026-09-25",
  /** `imbot.v2.Bot.register` took tokens of more than 40 characters. */
  longToken: "2026-08-06",
  /** The code of a call without a token is BOT_TOKEN_NOT_SPECIFIED. */
  clientIdCode: "2026-04-08",
} as const;

export type DatedChange = keyof typeof dated;
