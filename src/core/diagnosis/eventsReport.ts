import type { Result } from "../base/result";
import type { DialogKindWord } from "../dialog/dialogKind";
import type { WaitingEvent } from "../dialog/events/waitingEvent";
import type { PortalFailure } from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import type { Unanswered } from "./accessReport";

/** A bot as the portal describes it; what it tells the owner alone is absent for strangers. */
export interface BotFacts {
  /** `bot`, `supervisor`, `personal`, `openline`, or a newer word. */
  readonly type: string;
  readonly isOwn: boolean;
  readonly eventMode: "fetch" | "webhook" | undefined;
  /** The group chats and the private dialogs that it is in. */
  readonly chats: number | undefined;
  readonly users: number | undefined;
}

/** Whether a bot is in a dialog, as the portal tells the bot itself. */
export type Membership =
  | { readonly kind: "member" }
  /** It may read an open chat all the same. */
  | { readonly kind: "outside" | "noChat" }
  /** Asking would make it a member, or could. */
  | { readonly kind: "wouldJoin" }
  | { readonly kind: "notAsked" }
  | { readonly kind: "failed"; readonly error: Unanswered };

/** The events that wait, as far as the portal shows them. */
interface Backlog {
  /** The oldest first. */
  readonly events: readonly WaitingEvent[];
  readonly hasMore: boolean;
}

/** What is known about how one bot gets its events. */
export interface EventsFacts {
  readonly botId: number;
  /** "": not known. */
  readonly name: string;
  /** What the webhook is granted. */
  readonly scopes: Result<readonly string[], Unanswered>;
  readonly license: string | undefined;
  /** Of the second version of the bot API; `before33`: it is there, and does not tell. */
  readonly revision: number | "before33" | undefined;
  /** Absent: none is stored. */
  readonly token: { readonly isLongForToday: boolean } | undefined;
  /** Absent: it was not asked for, without a token. */
  readonly bot: Result<BotFacts, PortalFailure & { readonly error: Unanswered }> | undefined;
  /** Absent: it was not asked for. */
  readonly backlog: Result<Backlog, Unanswered> | undefined;
  readonly dialog:
    | {
        readonly dialogId: string;
        readonly kind: DialogKindWord | undefined;
        readonly membership: Membership;
      }
    | undefined;
  /** When the portal answered, by its own clock where it tells. */
  readonly answeredAtMs: number;
}

/** Why a bot gets no events, or what can be said of it from here: the first one that holds. */
export type EventsCause =
  | "scopeMissing"
  | "noToken"
  | "refused"
  | "tokenOfAnother"
  | "noChat"
  | "notMember"
  | "notFetching"
  | "inNoChat"
  | "handlerWithoutClientId"
  | "linesOnly"
  | "mentionsOnly"
  | "justWaiting"
  | "upToDate"
  | "called"
  | "unknown";

/** A bot that fetches does so every 5 to 30 seconds; what is older than this was left lying. */
const patienceMs = 90_000;

export function eventsCause(facts: EventsFacts): EventsCause {
  const { scopes, token, bot, dialog, backlog } = facts;
  if (scopes.ok && !scopes.value.includes("imbot")) return "scopeMissing";
  if (token === undefined) return "noToken";
  if (bot === undefined) return "unknown";
  if (!bot.ok)
    return hasCode(bot.error.error, "BOT_OWNERSHIP_ERROR") ? "tokenOfAnother" : "refused";
  if (!bot.value.isOwn || rejectionIn(facts) !== undefined) return "tokenOfAnother";
  if (dialog?.membership.kind === "noChat") return "noChat";
  if (dialog?.membership.kind === "outside") return "notMember";
  const { eventMode, type } = bot.value;
  const oldest = oldestAgeMs(facts);
  if (oldest !== undefined && oldest > patienceMs) return "notFetching";
  if (isInNoChat(bot.value)) return "inNoChat";
  if (eventMode === "webhook" && needsClientId(facts)) return "handlerWithoutClientId";
  if (type === "openline") return "linesOnly";
  if (type === "bot" && isGroup(dialog?.kind)) return "mentionsOnly";
  if (oldest !== undefined) return "justWaiting";
  if (eventMode === "fetch") {
    return backlog?.ok === true && backlog.value.events.length === 0 ? "upToDate" : "unknown";
  }
  return eventMode === "webhook" ? "called" : "unknown";
}

/** How the portal rejected the token of a bot that it had described to its owner just before. */
export function rejectionIn({ backlog, dialog }: EventsFacts): Unanswered | undefined {
  const { membership } = dialog ?? {};
  const errors = [
    ...(backlog?.ok === false ? [backlog.error] : []),
    ...(membership?.kind === "failed" ? [membership.error] : []),
  ];
  return errors.find((error) => hasCode(error, "BOT_OWNERSHIP_ERROR"));
}

/** How long the oldest event waits; `undefined`: none does, none can be seen, or none says since when. */
export function oldestAgeMs({ backlog, answeredAtMs }: EventsFacts): number | undefined {
  if (backlog?.ok !== true) return undefined;
  const dates = backlog.value.events.map(({ date }) => Date.parse(date)).filter(Number.isFinite);
  return dates.length === 0 ? undefined : Math.max(0, answeredAtMs - Math.min(...dates));
}

/** The portal counts the chats that it took the bot into. */
function isInNoChat({ chats, users }: BotFacts): boolean {
  return chats === 0 && users === 0;
}

/** The first revisions find the bot of a handler by what its address carries (REST brief, events.md section 1). */
export function needsClientId({ revision }: EventsFacts): boolean {
  return revision === "before33" || (revision !== undefined && revision < 35);
}

/** For how long the bot is in a dialog, if the event of its joining still waits: no reply has the date of a member. */
export function joinedAgoMs({ backlog, dialog, answeredAtMs }: EventsFacts): number | undefined {
  if (backlog?.ok !== true || dialog === undefined) return undefined;
  const joined = backlog.value.events.findLast(
    ({ kind, chat }) => kind === "joinChat" && `chat${chat?.chatId}` === dialog.dialogId,
  );
  const ms = answeredAtMs - Date.parse(joined?.date ?? "");
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

const oneToOne: ReadonlySet<DialogKindWord> = new Set(["private", "notes", "notifications"]);

/** Neither a private dialog nor an Open Channel: there a plain bot is told of what names it. */
function isGroup(kind: DialogKindWord | undefined): boolean {
  return kind !== undefined && !oneToOne.has(kind) && kind !== "lines" && kind !== "livechat";
}

const eventsChecks = [
  "token",
  "generation",
  "mode",
  "sees",
  "chats",
  "member",
  "waiting",
  "revision",
  "plan",
  "formats",
  "application",
] as const;

export type EventsCheck = (typeof eventsChecks)[number];

export type CheckState = "works" | "problem" | "unknown";

/** The rows of the report, each with its state; a row that says nothing here is left out. */
export function eventsRows(
  facts: EventsFacts,
): readonly { readonly check: EventsCheck; readonly state: CheckState }[] {
  return eventsChecks.flatMap((check) => {
    const state = stateOf[check](facts);
    return state === undefined ? [] : [{ check, state }];
  });
}

const stateOf: Readonly<Record<EventsCheck, (facts: EventsFacts) => CheckState | undefined>> = {
  token: (facts) =>
    facts.token === undefined
      ? "unknown"
      : own(facts) !== undefined && rejectionIn(facts) === undefined
        ? "works"
        : "problem",
  generation: (facts) => (own(facts)?.eventMode === "fetch" ? "works" : "unknown"),
  mode: (facts) => (own(facts)?.eventMode === undefined ? "unknown" : "works"),
  sees: ({ bot }) => (bot?.ok === true ? "works" : "unknown"),
  chats: (facts) => {
    const bot = own(facts);
    if (bot?.chats === undefined || bot.users === undefined) return "unknown";
    return isInNoChat(bot) ? "problem" : "works";
  },
  member: ({ dialog }) => {
    switch (dialog?.membership.kind) {
      case undefined:
        return undefined;
      case "member":
        return "works";
      case "outside":
      case "noChat":
        return "problem";
      case "wouldJoin":
      case "notAsked":
      case "failed":
        return "unknown";
    }
  },
  waiting: (facts) => {
    const bot = own(facts);
    if (bot?.eventMode === "webhook") return "works";
    if (facts.backlog?.ok !== true) return "unknown";
    return eventsCause(facts) === "notFetching" ? "problem" : "works";
  },
  revision: (facts) => {
    if (facts.revision === undefined) return "unknown";
    return own(facts)?.eventMode === "webhook" && needsClientId(facts) ? "problem" : "works";
  },
  plan: ({ license }) => (license === undefined ? "unknown" : "works"),
  formats: () => "unknown",
  application: (facts) => (own(facts) === undefined ? "unknown" : undefined),
};

function own({ bot }: EventsFacts): BotFacts | undefined {
  return bot?.ok === true && bot.value.isOwn ? bot.value : undefined;
}
