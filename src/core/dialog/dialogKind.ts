/** Kinds that are called as the wire's `type` calls them, there in any case. */
const wireWords = [
  "private",
  "chat",
  "open",
  "general",
  "channel",
  "openChannel",
  "generalChannel",
  /** Comments below a post of a channel. */
  "comment",
  /** A group chat that was opened from a message: its members are its own. */
  "thread",
  "lines",
  "livechat",
  "crm",
  "calendar",
  "mail",
  "call",
  "videoconf",
  "announcement",
  "copilot",
  "collab",
] as const;

/**
 * What a chat is. `type` on the wire is an open set (any application's entity type becomes one),
 * so `custom` carries the entity type, and `unknown` whatever came.
 * @see REST brief, entities.md sections 1 to 3 and 8
 */
export const dialogKindWords = [
  ...wireWords,
  "notes",
  "task",
  "workgroup",
  "aiAssistant",
  "support",
  "notifications",
  "custom",
] as const;

export type DialogKindWord = (typeof dialogKindWords)[number];

export interface DialogKind {
  readonly word: DialogKindWord;
  /** For `custom`: the entity type, or the type, as it came. */
  readonly customName?: string;
}

/** Maps, not objects: an application may name its entity type `constructor`. */
const byType: ReadonlyMap<string, DialogKindWord> = new Map([
  ...wireWords.map((word) => [word.toLowerCase(), word] as const),
  ["tasks", "task"],
  ["taskstask", "task"],
  ["sonetgroup", "workgroup"],
  ["networkdialog", "support"],
  ["support24notifier", "support"],
  ["support24question", "support"],
]);

const byLetter: ReadonlyMap<string, DialogKindWord> = new Map([
  ["P", "private"],
  ["C", "chat"],
  ["O", "open"],
  ["L", "lines"],
  ["S", "notifications"],
  ["T", "comment"],
  ["N", "channel"],
  ["J", "openChannel"],
  ["A", "copilot"],
  ["B", "collab"],
]);

/**
 * @param wire the three fields that say it, each possibly ""
 * @returns `undefined` when none of them says it: a guess would look like the portal's word
 */
export function dialogKind(wire: {
  readonly type: string;
  readonly messageType: string;
  readonly entityType: string;
}): DialogKind | undefined {
  const entityType = wire.entityType.toUpperCase();
  if (entityType === "FAVORITE" || entityType === "PERSONAL") return { word: "notes" };
  // The newer server derives `type` from all three fields; older ones leave collabs and channels
  // as a plain chat, where only the letter tells.
  const letter = byLetter.get(wire.messageType.toUpperCase());
  const named = byType.get(wire.type.toLowerCase());
  const isPlain = named === undefined || named === "chat" || named === "open";
  // Documents say `thread` for comments too, which alone have their letter.
  if (letter === "comment" && (isPlain || named === "thread")) return { word: "comment" };
  // The type of such a chat is `private` or `chat`.
  if (entityType.startsWith("AI_ASSISTANT")) return { word: "aiAssistant" };
  if (named !== undefined && !isPlain) return { word: named };
  if (wire.type.toLowerCase().startsWith("aiassistant")) return { word: "aiAssistant" };
  const byEntity = byType.get(entityType.toLowerCase().replaceAll("_", ""));
  if (byEntity !== undefined && entityType !== "CHAT") return { word: byEntity };
  if (letter !== undefined && letter !== "chat" && letter !== "open") return { word: letter };
  if (entityType !== "" && entityType !== "CHAT")
    return { word: "custom", customName: wire.entityType };
  if (named !== undefined) return { word: named };
  if (wire.type !== "") return { word: "custom", customName: wire.type };
  if (letter !== undefined) return { word: letter };
  return entityType === "CHAT" ? { word: "chat" } : undefined;
}
