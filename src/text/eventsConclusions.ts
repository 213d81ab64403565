import * as l10n from "@vscode/l10n";
import { eventNames } from "../core/dialog/events/eventNames";
import { diagnosed } from "../core/diagnosis/diagnose";
import {
  eventsCause,
  oldestAgeMs,
  type EventsCause,
  type EventsFacts,
} from "../core/diagnosis/eventsReport";
import { whyUnansweredWithCode } from "./accessWords";
import { ageText, countText, isCalled, nameOfBot } from "./eventsWords";
import { explain } from "./explain";
import { explanationOf, type Explanation, type ExplanationRow } from "./explanation";

/** The whole report in a sentence, with what it means and what to do. */
export function concludeEvents(facts: EventsFacts, userId: string): Explanation {
  return explanationOf(conclusions[eventsCause(facts)](facts, userId));
}

const conclusions: Readonly<
  Record<EventsCause, (facts: EventsFacts, userId: string) => ExplanationRow>
> = {
  scopeMissing: () => ({
    heading: l10n.t("The webhook may not ask about bots: it lacks the scope “imbot”."),
    paragraphs: l10n.t("Nothing is known of the bot until it is granted."),
    steps: l10n.t("Check access: it shows how to grant the scope."),
  }),
  noToken: (facts) => ({
    heading: l10n.t(
      "No token of {0} is stored here: only with it does the portal say how the bot gets its events.",
      nameOfBot(facts),
    ),
    paragraphs: [],
    steps: [
      l10n.t(
        "Add the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
      ),
      l10n.t("If the bot belongs to an application, see the last row: its developer knows."),
    ],
  }),
  refused: (facts, userId) => {
    const failure = facts.bot?.ok === false ? diagnosed(facts.bot.error) : undefined;
    if (failure === undefined) return unknownWhy(facts, userId);
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
      l10n.t("If the bot belongs to an application, see the last row: its developer knows."),
    ],
  }),
  noChat: ({ dialog }) => ({
    heading: l10n.t("{0} does not exist: nothing can come from it.", dialog?.dialogId ?? ""),
    paragraphs: [],
    steps: l10n.t("Compare the id with that of the event or of your code."),
  }),
  notMember: (facts) => ({
    heading: l10n.t(
      "{0} is not a member of {1}: it gets nothing of what is written there.",
      nameOfBot(facts),
      facts.dialog?.dialogId ?? "",
    ),
    paragraphs: [],
    steps: l10n.t("Ask a member of the chat to invite the bot."),
  }),
  notFetching: (facts) => ({
    heading: l10n.t(
      "{0}, the oldest {1} old: the bot does not fetch them.",
      countText(facts),
      ageText(oldestAgeMs(facts) ?? 0),
    ),
    paragraphs: l10n.t(
      "The portal calls nobody for a bot in fetch mode. It keeps events for 24 hours; then they are gone.",
    ),
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
    heading: l10n.t("{0} is in no chat: no events can come.", nameOfBot(facts)),
    paragraphs: l10n.t("So the portal counts, in its chats and in its private dialogs."),
    steps: l10n.t("Write to the bot, or invite it into a chat, then check again."),
  }),
  handlerWithoutClientId: (facts) => ({
    heading: l10n.t(
      "On this portal events reach the handler of {0} only if its address carries CLIENT_ID.",
      nameOfBot(facts),
    ),
    paragraphs: l10n.t(
      "Before revision 35 the portal finds a bot of the second version by ?CLIENT_ID= in the address; for bots of the first version it adds that itself.",
    ),
    steps: l10n.t("Register the bot's webhookUrl with ?CLIENT_ID= and the bot's token at its end."),
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
    paragraphs: l10n.t(
      "In a private dialog it gets all. Bots of the types supervisor and personal get all everywhere.",
    ),
    steps: [l10n.t("Mention the bot in the chat, then check again."), ...handlerSteps(facts)],
  }),
  justWaiting: (facts) => ({
    heading: l10n.t(
      "{0}, the oldest {1} old: a bot that fetches its events gets them within a minute.",
      countText(facts),
      ageText(oldestAgeMs(facts) ?? 0),
    ),
    paragraphs: [],
    steps: l10n.t("Check again in a minute."),
  }),
  upToDate: (facts) => ({
    heading: l10n.t(
      "Nothing waits for {0}: it fetches, or nothing happened in 24 hours.",
      nameOfBot(facts),
    ),
    paragraphs: [],
    steps: l10n.t("Write to the bot and refresh: an event that stays was not fetched."),
  }),
  called: (facts) => ({
    heading: l10n.t(
      "The portal calls the handler of {0} at its own address: whether it gets there cannot be seen from here.",
      nameOfBot(facts),
    ),
    paragraphs: handlerText(facts),
    steps: handlerSteps(facts),
  }),
  unknown: unknownWhy,
};

function unknownWhy({ backlog }: EventsFacts, userId: string): ExplanationRow {
  const why = backlog?.ok === false ? whyUnansweredWithCode(backlog.error, userId) : "";
  return {
    heading: l10n.t("Why no events come could not be found out."),
    paragraphs: [why].filter(Boolean),
    steps: l10n.t("Check again for what could not be asked."),
  };
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
      "Look into the log of your web server: each event is a POST in form encoding and needs HTTP 200 at once.",
    ),
    l10n.t(
      "Compare the names that your handler expects: a bot of imbot.register gets {0}, one of imbot.v2.Bot.register gets {1}.",
      eventNames.messageAdd[0],
      eventNames.messageAdd[1],
    ),
  ];
}
