import * as l10n from "@vscode/l10n";
import { visibleLine } from "../core/base/visibleText";
import {
  joinedAgoMs,
  needsClientId,
  oldestAgeMs,
  rejectionIn,
  type EventsCheck,
  type EventsFacts,
  type Membership,
} from "../core/diagnosis/eventsReport";
import type { DialogKindWord } from "../core/dialog/dialogKind";
import { whyUnansweredWithCode } from "./accessWords";
import { ageText, countText, isCalled } from "./eventsWords";
import { explainInShort } from "./explain";
import { numberText } from "./language";

interface RowWords {
  readonly label: string;
  readonly found: string;
  /** What to do, or what it rests on. */
  readonly note?: string | undefined;
}

/** What a row of the report says. */
export function eventsRowWords(check: EventsCheck, facts: EventsFacts, userId: string): RowWords {
  return rows[check](facts, userId);
}

function notTold(): string {
  return l10n.t("the portal returns it only for the bot's own token");
}

const rows: Readonly<Record<EventsCheck, (facts: EventsFacts, userId: string) => RowWords>> = {
  token: (facts, userId) => {
    const { token, bot } = facts;
    const rejection = rejectionIn(facts);
    const isStrangers = bot?.ok === true && !bot.value.isOwn;
    return {
      label: l10n.t("The token is this bot's"),
      found:
        token === undefined
          ? l10n.t("no token is stored")
          : bot?.ok === false
            ? explainInShort(bot.error, { userId })
            : rejection !== undefined
              ? whyUnansweredWithCode(rejection, userId)
              : bot?.value.isOwn === true
                ? l10n.t("yes: the portal shows what only the owner sees")
                : l10n.t("no: the portal shows what any stranger sees"),
      note:
        isStrangers || rejection !== undefined
          ? l10n.t("Add the bot once more, with the token that its own program uses.")
          : token?.isLongForToday === true
            ? l10n.t(
                "It has more than 40 characters: it goes on working, but no bot can be registered with it since August 2026.",
              )
            : undefined,
    };
  },
  generation: ({ bot }) => {
    const isV2 = bot?.ok === true && bot.value.eventMode === "fetch";
    return {
      label: l10n.t("Registered through"),
      found: isV2
        ? l10n.t("imbot.v2: events are named ONIMBOTV2…, with keys like messageId")
        : l10n.t("imbot.register: ONIMBOT…, keys in capitals; or imbot.v2: ONIMBOTV2…"),
      note: isV2
        ? undefined
        : l10n.t(
            "No method shows which: a bot gets events only in the form it was registered with.",
          ),
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
      note:
        mode === "webhook"
          ? l10n.t(
              "The portal does not return the address; it must be public https, and localhost never is.",
            )
          : undefined,
    };
  },
  sees: ({ bot }) => {
    const type = bot?.ok === true ? bot.value.type : "";
    return {
      label: l10n.t("What it gets"),
      found:
        bot?.ok !== true
          ? notTold()
          : `${type === "" ? "" : `${visibleLine(type)}: `}${seesText(type)}`,
    };
  },
  chats: ({ bot }) => {
    const { chats, users } = bot?.ok === true ? bot.value : {};
    return {
      label: l10n.t("Its chats"),
      found:
        chats === undefined || users === undefined
          ? notTold()
          : l10n.t("group chats: {0}, private dialogs: {1}", numberText(chats), numberText(users)),
      note:
        chats === 0 && users === 0
          ? l10n.t("Write to the bot, or invite it into a chat, then check again.")
          : undefined,
    };
  },
  member: (facts, userId) => {
    const { dialogId = "", kind, membership } = facts.dialog ?? {};
    const joinedAgo = joinedAgoMs(facts);
    return {
      label: l10n.t("Member of {0}", dialogId),
      ...memberWords(membership, kind, userId),
      ...(membership?.kind !== "member"
        ? {}
        : {
            note:
              joinedAgo === undefined
                ? l10n.t(
                    "No method says since when. A message in the chat may say that the bot was added.",
                  )
                : l10n.t("For {0} now: the event of its joining still waits.", ageText(joinedAgo)),
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
            : facts.backlog.value.events.length === 0
              ? l10n.t("none: it fetches, or nothing happened")
              : age === undefined
                ? countText(facts)
                : l10n.t("{0}, the oldest {1} old", countText(facts), ageText(age)),
      note: facts.backlog?.ok
        ? l10n.t("They are only looked at, never confirmed: the bot itself still gets them all.")
        : undefined,
    };
  },
  revision: (facts) => ({
    label: l10n.t("Revision of the bot methods"),
    found:
      facts.revision === undefined
        ? l10n.t("not returned")
        : facts.revision === "before33"
          ? l10n.t("32, the first one")
          : numberText(facts.revision),
    note: needsClientId(facts)
      ? l10n.t("Before 35, the address of a handler needs ?CLIENT_ID= with the bot's token.")
      : undefined,
  }),
  plan: ({ license }) => ({
    label: l10n.t("Plan"),
    found:
      license === undefined
        ? l10n.t("the portal does not return it to a webhook")
        : visibleLine(license),
    note: l10n.t(
      "Events need the same as calls: a commercial plan, a Market subscription or a trial.",
    ),
  }),
  formats: () => ({
    label: l10n.t("Outdated formats"),
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
  membership: Membership | undefined,
  kind: DialogKindWord | undefined,
  userId: string,
): Pick<RowWords, "found" | "note"> {
  switch (membership?.kind) {
    case "member":
      return { found: l10n.t("yes") };
    case "outside":
      return { found: l10n.t("no"), note: l10n.t("Ask a member of the chat to invite the bot.") };
    case "noChat":
      return {
        found: l10n.t("there is no such chat"),
        note: l10n.t("Compare the id with that of the event or of your code."),
      };
    case "wouldJoin":
      return {
        found: l10n.t("not asked"),
        note:
          kind === undefined
            ? l10n.t(
                "You cannot see this chat: it may be a comment thread or a task chat, and reading it as the bot could add the bot.",
              )
            : l10n.t("Asking as the bot would make it a member of this kind of chat."),
      };
    case "failed":
      return { found: whyUnansweredWithCode(membership.error, userId) };
    case "notAsked":
    case undefined:
      return { found: notTold() };
  }
}
