import * as l10n from "@vscode/l10n";
import { eventNames, type EventKind } from "../core/dialog/events/eventNames";
import {
  eventsCause,
  joinedAt,
  needsClientId,
  oldestAgeMs,
  type EventsCause,
  type EventsCheck,
  type EventsFacts,
} from "../core/diagnosis/eventsReport";
import { diagnosed } from "../core/diagnosis/diagnose";
import { visibleLine } from "../core/base/visibleText";
import { whyUnansweredWithCode } from "./accessWords";
import { explain, explainInShort } from "./explain";
import type { Explanation } from "./explanation";
import { numberText, plural } from "./language";

export function nameOfBot({ name, botId }: Pick<EventsFacts, "name" | "botId">): string {
  return visibleLine(name) || l10n.t("Bot {0}", botId);
}

/** `14 events`, of which there may be more than can be seen. */
export function countText({ backlog }: EventsFacts): string {
  if (backlog?.ok !== true) return "";
  const { events, hasMore } = backlog.value;
  const count = numberText(events.length);
  if (hasMore) return l10n.t("{0} events or more", count);
  return plural(events.length, {
    one: l10n.t("{0} event", count),
    few: l10n.t({ message: "{0} events", args: [count], comment: ["few"] }),
    many: l10n.t("{0} events", count),
  });
}

/** `6 min`, `2 h`: how long something waits. */
export function ageText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return l10n.t("{0} s", numberText(seconds));
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? l10n.t("{0} min", numberText(minutes))
    : l10n.t("{0} h", numberText(Math.round(minutes / 60)));
}

/** The whole report in a sentence, with what it means and what to do. */
export function concludeEvents(facts: EventsFacts, userId: string): Explanation {
  return conclusions[eventsCause(facts)](facts, userId);
}

const conclusions: Readonly<
  Record<EventsCause, (facts: EventsFacts, userId: string) => Explanation>
> = {
  scopeMissing: () => ({
    heading: l10n.t("The webhook may not ask about bots: it lacks the scope “imbot”."),
    paragraphs: [l10n.t("Nothing is known of the bot until it is granted.")],
    steps: [l10n.t("Check access: it shows how to grant the scope.")],
  }),
  noToken: (facts) => ({
    heading: l10n.t(
      "No token of {0} is stored here: only with it the portal tells how the bot gets its events.",
      nameOfBot(facts),
    ),
    paragraphs: [],
    steps: [
      l10n.t(
        "Add the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
      ),
      l10n.t("If the bot belongs to an application, see the last row: its developer can tell."),
    ],
  }),
  refused: ({ bot }, userId) => {
    const failure = bot?.ok === false ? diagnosed(bot.error) : undefined;
    if (failure === undefined) return unknownWhy();
    const { heading, paragraphs, steps } = explain({ failure, userId }, "line");
    return { heading: `${heading}.`, paragraphs, steps };
  },
  tokenOfAnother: (facts) => ({
    heading: l10n.t(
      "The stored token is not {0}'s: the portal treats it as a stranger's.",
      nameOfBot(facts),
    ),
    paragraphs: [
      l10n.t(
        "The bot was registered with another token, its token was replaced, or it belongs to an application.",
      ),
    ],
    steps: [
      l10n.t("Add the bot once more, with the token that its own program uses."),
      l10n.t("If the bot belongs to an application, see the last row: its developer can tell."),
    ],
  }),
  noChat: ({ dialog }) => ({
    heading: l10n.t("There is no chat {0}: nothing can come from it.", dialog?.dialogId ?? ""),
    paragraphs: [],
    steps: [l10n.t("Compare the id with that of the event or of your code.")],
  }),
  notMember: (facts) => ({
    heading: l10n.t(
      "{0} is not a member of {1}: it hears nothing of what is written there.",
      nameOfBot(facts),
      facts.dialog?.dialogId ?? "",
    ),
    paragraphs: [],
    steps: [l10n.t("Ask a member of the chat to invite the bot.")],
  }),
  notFetching: (facts) => ({
    heading: l10n.t(
      "{0}, the oldest {1} old: the bot does not fetch them.",
      countText(facts),
      ageText(oldestAgeMs(facts) ?? 0),
    ),
    paragraphs: [
      l10n.t(
        "The portal calls nobody for a bot in fetch mode. It keeps events for 24 hours; then they are gone.",
      ),
    ],
    steps: [
      l10n.t(
        "See whether the bot's program runs, and calls imbot.v2.Event.get every 5 to 30 seconds.",
      ),
      l10n.t(
        "See whether it sends the nextOffset of each reply with the next call: without it the same events come again.",
      ),
    ],
  }),
  inNoChat: (facts) => ({
    heading: l10n.t("{0} is in no chat: there is nothing to tell it.", nameOfBot(facts)),
    paragraphs: [l10n.t("So the portal counts, in its chats and in its private dialogs.")],
    steps: [l10n.t("Write to the bot, or invite it into a chat, then check again.")],
  }),
  handlerWithoutClientId: (facts) => ({
    heading: l10n.t(
      "On this portal events reach the handler of {0} only if its address carries CLIENT_ID.",
      nameOfBot(facts),
    ),
    paragraphs: [
      l10n.t(
        "Before revision 35 the portal finds a bot of the second version by ?CLIENT_ID= in the address; for bots of the first version it adds that itself.",
      ),
    ],
    steps: [
      l10n.t("Register the bot's webhookUrl with ?CLIENT_ID= and the bot's token at its end."),
    ],
  }),
  linesOnly: (facts) => ({
    heading: l10n.t(
      "{0} is a bot of Open Channels: it gets what clients write there, and nothing else.",
      nameOfBot(facts),
    ),
    paragraphs: [handlerText(facts)].filter(Boolean),
    steps: [
      l10n.t(
        "See in the settings of the Open Channel whether this bot is chosen, and answers first.",
      ),
      ...handlerSteps(facts),
    ],
  }),
  mentionsOnly: (facts) => ({
    heading: l10n.t(
      "In {1} {0} gets only the messages that mention it, and its commands.",
      nameOfBot(facts),
      facts.dialog?.dialogId ?? "",
    ),
    paragraphs: [
      l10n.t(
        "In a private dialog it gets all. Bots of the types supervisor and personal get all everywhere.",
      ),
    ],
    steps: [l10n.t("Mention the bot in the chat, then check again."), ...handlerSteps(facts)],
  }),
  justWaiting: (facts) => ({
    heading: l10n.t(
      "{0}, the oldest {1} old: a bot that fetches takes them within a minute.",
      countText(facts),
      ageText(oldestAgeMs(facts) ?? 0),
    ),
    paragraphs: [],
    steps: [l10n.t("Check again in a minute.")],
  }),
  upToDate: (facts) => ({
    heading: l10n.t(
      "Nothing waits for {0}: it fetches, or nothing happened in 24 hours.",
      nameOfBot(facts),
    ),
    paragraphs: [],
    steps: [l10n.t("Write to the bot and refresh: an event that stays was not fetched.")],
  }),
  called: (facts) => ({
    heading: l10n.t(
      "The portal calls the handler of {0} at its own address: whether it gets there cannot be seen from here.",
      nameOfBot(facts),
    ),
    paragraphs: [handlerText(facts)],
    steps: handlerSteps(facts),
  }),
  unknown: unknownWhy,
};

function unknownWhy(): Explanation {
  return {
    heading: l10n.t("Why no events come could not be found out."),
    paragraphs: [],
    steps: [l10n.t("Check again for what could not be asked.")],
  };
}

function isCalled({ bot }: EventsFacts): boolean {
  return bot?.ok === true && bot.value.eventMode === "webhook";
}

function handlerText(facts: EventsFacts): string {
  return isCalled(facts)
    ? l10n.t("An event is sent once: what the handler does not take is not sent again.")
    : "";
}

function handlerSteps(facts: EventsFacts): readonly string[] {
  if (!isCalled(facts)) return [];
  return [
    l10n.t(
      "The address must be public https with a good certificate: nothing reaches localhost or an office network.",
    ),
    l10n.t(
      "Look into the log of your web server: each event is a POST in form encoding, and wants HTTP 200 at once.",
    ),
    l10n.t(
      "Compare the names that your handler expects: a bot of imbot.register gets {0}, one of imbot.v2.Bot.register gets {1}.",
      eventNames.messageAdd[0],
      eventNames.messageAdd[1],
    ),
  ];
}

interface RowWords {
  readonly label: string;
  readonly found: string;
  /** What to do, or what it rests on. */
  readonly note?: string;
}

/** What a row of the report says. */
export function eventsRowWords(check: EventsCheck, facts: EventsFacts, userId: string): RowWords {
  return rows[check](facts, userId);
}

function notLive(): string {
  return l10n.t("By the documentation; not tried on a live portal.");
}

function notTold(): string {
  return l10n.t("the portal tells it to the bot's own token only");
}

const rows: Readonly<Record<EventsCheck, (facts: EventsFacts, userId: string) => RowWords>> = {
  token: ({ token, bot }, userId) => ({
    label: l10n.t("The token is this bot's"),
    found:
      token === undefined
        ? l10n.t("no token is stored")
        : bot?.ok === false
          ? explainInShort(bot.error, { userId })
          : bot?.value.isOwn === true
            ? l10n.t("yes: the portal shows what only the owner sees")
            : l10n.t("no: the portal shows what any stranger sees"),
    ...(token?.isLongForToday === true
      ? {
          note: l10n.t(
            "It has more than 40 characters: it goes on working, but no bot can be registered with it since August 2026.",
          ),
        }
      : {}),
  }),
  generation: ({ bot }) => {
    const isV2 = bot?.ok === true && bot.value.eventMode === "fetch";
    return {
      label: l10n.t("Registered through"),
      found: isV2
        ? l10n.t("imbot.v2: events are named ONIMBOTV2…, with keys like messageId")
        : l10n.t("imbot.register: ONIMBOT…, keys in capitals; or imbot.v2: ONIMBOTV2…"),
      ...(isV2
        ? {}
        : {
            note: l10n.t(
              "No method tells which: a bot gets events in the form of its registration only.",
            ),
          }),
    };
  },
  mode: ({ bot }) => {
    const mode = bot?.ok === true ? bot.value.eventMode : undefined;
    return {
      label: l10n.t("How events travel"),
      found:
        mode === "fetch"
          ? l10n.t("fetch: the bot asks for them, and nobody calls a handler")
          : mode === "webhook"
            ? l10n.t("webhook: the portal calls the handler")
            : notTold(),
      ...(mode === "webhook"
        ? { note: l10n.t("The address is not told; it must be public https, localhost never is.") }
        : {}),
    };
  },
  sees: ({ bot }) => {
    const type = bot?.ok === true ? bot.value.type : "";
    return {
      label: l10n.t("What it gets"),
      found: `${type === "" ? "" : `${visibleLine(type)}: `}${seesText(type)}`,
      note: notLive(),
    };
  },
  chats: ({ bot }) => {
    const { chats, users } = bot?.ok === true ? bot.value : {};
    return {
      label: l10n.t("Its chats"),
      found:
        chats === undefined || users === undefined
          ? notTold()
          : l10n.t("{0} group chats, {1} private dialogs", numberText(chats), numberText(users)),
      note: notLive(),
    };
  },
  member: (facts, userId) => {
    const { dialogId = "", membership } = facts.dialog ?? {};
    const joined = joinedAt(facts);
    return {
      label: l10n.t("Member of {0}", dialogId),
      ...memberWords(membership, userId),
      ...(membership?.kind !== "member"
        ? {}
        : {
            note:
              joined === undefined
                ? l10n.t("Since when is not told.")
                : l10n.t("Since {0}: the event of its joining still waits.", joined),
          }),
    };
  },
  waiting: (facts, userId) => {
    const age = oldestAgeMs(facts);
    return {
      label: l10n.t("Events of the last 24 hours that wait"),
      found: isCalled(facts)
        ? l10n.t("none: they are kept for bots in fetch mode only")
        : facts.backlog?.ok === false
          ? whyUnansweredWithCode(facts.backlog.error, userId)
          : facts.backlog === undefined
            ? notTold()
            : age === undefined
              ? l10n.t("none: it fetches, or nothing happened")
              : l10n.t("{0}, the oldest {1} old", countText(facts), ageText(age)),
      note: l10n.t("They are looked at, never confirmed: the bot itself still gets them all."),
    };
  },
  revision: (facts) => ({
    label: l10n.t("Revision of the bot methods"),
    found:
      facts.revision === undefined
        ? l10n.t("not told")
        : facts.revision === "before33"
          ? l10n.t("32, the first one")
          : numberText(facts.revision),
    ...(needsClientId(facts)
      ? {
          note: `${l10n.t("Before 35, the address of a handler needs ?CLIENT_ID= with the bot's token.")} ${notLive()}`,
        }
      : {}),
  }),
  plan: ({ license }) => ({
    label: l10n.t("Plan"),
    found:
      license === undefined
        ? l10n.t("the portal does not tell it to a webhook")
        : visibleLine(license),
    note: l10n.t(
      "Events need the same as calls: a commercial plan, a Market subscription or a trial.",
    ),
  }),
  formats: () => ({
    label: l10n.t("Formats past their date"),
    found: l10n.t(
      "lastEventId of imbot.v2.Event.get (25 September 2026); imbot.v2.Command.register without fields (30 September 2026)",
    ),
    note: l10n.t(
      "What the bot's program sends cannot be seen from here: it should use nextOffset, and fields.",
    ),
  }),
  application: () => ({
    label: l10n.t("If it belongs to an application"),
    found: l10n.t(
      "only its developer can see whether the installation was finished and the handlers are bound",
    ),
    note: l10n.t(
      "The developer calls BX24.installFinish at the end of the installation, and event.get with the application's token.",
    ),
  }),
};

function seesText(type: string): string {
  switch (type) {
    case "bot":
      return l10n.t("all of its private dialogs; in groups what mentions it, and its commands");
    case "supervisor":
    case "personal":
      return l10n.t("every message of the chats that it is in");
    case "openline":
      return l10n.t("what clients write in its Open Channels");
    default:
      return l10n.t("a type that this version does not know");
  }
}

function memberWords(
  membership: NonNullable<EventsFacts["dialog"]>["membership"] | undefined,
  userId: string,
): Pick<RowWords, "found" | "note"> {
  switch (membership?.kind) {
    case "member":
      return { found: l10n.t("yes") };
    case "outside":
      return { found: l10n.t("no"), note: l10n.t("Ask a member of the chat to invite the bot.") };
    case "noChat":
      return { found: l10n.t("there is no such chat") };
    case "wouldJoin":
      return {
        found: l10n.t("not asked"),
        note: l10n.t("Asking with the bot's eyes would make it a member of this kind of chat."),
      };
    case "failed":
      return { found: whyUnansweredWithCode(membership.error, userId) };
    case "notAsked":
    case undefined:
      return { found: notTold() };
  }
}

/** What happened, in a few words; a name that is not known stays as it came. */
export function eventLabel(kind: EventKind | undefined, name: string): string {
  switch (kind) {
    case "messageAdd":
      return l10n.t("New message");
    case "messageUpdate":
      return l10n.t("Message edited");
    case "messageDelete":
      return l10n.t("Message deleted");
    case "joinChat":
      return l10n.t("Taken into a chat");
    case "commandAdd":
      return l10n.t("Command");
    case "contextGet":
      return l10n.t("Opened with a context");
    case "reactionChange":
      return l10n.t("Reaction");
    case "botDelete":
      return l10n.t("Bot deleted");
    case undefined:
      return visibleLine(name) || l10n.t("Unknown event");
  }
}
