export const helperId = 456;

/** Something that happened on the portal and that a bot is to hear of. */
export interface EventFacts {
  readonly type: string;
  readonly chatId: number;
  /** Who did it. */
  readonly authorId: number;
  readonly text?: string;
  /** Absent: the chat's newest message, where the event is about one. */
  readonly messageId?: number;
  readonly command?: {
    readonly id: number;
    readonly command: string;
    readonly params: string;
    readonly context: "textarea" | "keyboard" | "menu";
  };
}

type BacklogEvent = EventFacts & { readonly secondsAgo: number };

const added = "ONIMBOTV2MESSAGEADD";

/** What Helper has not fetched: fourteen events, the oldest six minutes old. */
export const helperBacklog: readonly BacklogEvent[] = [
  { type: "ONIMBOTV2JOINCHAT", secondsAgo: 360, chatId: 405, authorId: 7 },
  at(352, 405, 7, "[USER=456]Helper[/USER] who is on shift tonight?"),
  at(340, 405, 77, "[USER=456]Helper[/USER] and who has the keys?"),
  { ...at(331, 405, 77, "and who has the keys of depot East?"), type: "ONIMBOTV2MESSAGEUPDATE" },
  at(300, 15, 7, "Are you there?"),
  {
    ...at(284, 15, 7, "/shift tomorrow"),
    type: "ONIMBOTV2COMMANDADD",
    command: { id: 8, command: "/shift", params: "tomorrow", context: "textarea" },
  },
  at(251, 240, 5, "[USER=456]Helper[/USER] where is van 3?"),
  {
    ...at(240, 240, 7, "/van NW-003"),
    type: "ONIMBOTV2COMMANDADD",
    command: { id: 9, command: "/van", params: "NW-003", context: "keyboard" },
  },
  { type: "ONIMBOTV2REACTIONCHANGE", secondsAgo: 201, chatId: 240, authorId: 5, text: "like" },
  { type: "ONIMBOTV2MESSAGEDELETE", secondsAgo: 180, chatId: 240, authorId: 5 },
  { type: "ONIMBOTV2CONTEXTGET", secondsAgo: 122, chatId: 15, authorId: 7 },
  at(95, 405, 77, "<img src=x onerror=alert(1)> [USER=456]Helper[/USER] [command:x](y)"),
  at(61, 15, 7, "Hello?"),
  at(12, 240, 5, "[USER=456]Helper[/USER] van 3 is back."),
];

function at(secondsAgo: number, chatId: number, authorId: number, text: string): BacklogEvent {
  return { type: added, secondsAgo, chatId, authorId, text };
}
