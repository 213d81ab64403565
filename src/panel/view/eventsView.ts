import * as l10n from "@vscode/l10n";
import { clip, visibleLine } from "../../core/base/visibleText";
import {
  eventsCause,
  eventsRows,
  type CheckState,
  type EventsCause,
  type EventsFacts,
} from "../../core/diagnosis/eventsReport";
import { ownerViewer } from "../../core/dialog/viewer";
import type { WaitingEvent } from "../../core/dialog/events/waitingEvent";
import type { EventsReading } from "../../core/reads/eventsReader";
import { concludeEvents } from "../../text/eventsConclusions";
import { eventsRowWords } from "../../text/eventsRows";
import { countText, eventLabel, nameOfBot } from "../../text/eventsWords";
import { numberText } from "../../text/language";
import { actsAs } from "../../text/viewers";
import type {
  CommandActionId,
  EventsActionId,
  PageActionId,
  PanelAction,
  PanelCell,
  PanelMessage,
  PanelTable,
  PanelTone,
  PanelView,
} from "../protocol/panelView";
import { commandAction, disabled, pageAction } from "./actions";
import { answerGroup } from "./answerView";
import { reportView, type ReportActionId, type ReportSubject } from "./reportView";

type EventsPageId = ReportActionId | EventsActionId;

export interface EventsPage extends ReportSubject<EventsReading> {
  readonly botId: number;
  /** The chat that the question is about; absent: all of the bot's. */
  readonly dialogId: string | undefined;
  /** What a list calls the bot; "": it is in none that was read. */
  readonly listedName?: string;
  /** Whether the waiting events are looked at again and again. */
  readonly isWatching: boolean;
}

/** The whole page about the events of a bot, in words. */
export function eventsView(page: EventsPage): PanelView<EventsPageId> {
  const { portal, state, botId, dialogId, listedName = "", isWatching } = page;
  const reading = state.phase === "read" ? state.reading : state.previous;
  const stored = portal?.bots?.find((bot) => bot.botId === botId)?.name ?? "";
  const bot = nameOfBot({ botId, name: (reading?.facts.name ?? "") || stored || listedName });
  const canWatch = state.phase === "read" && state.reading.facts.backlog !== undefined;
  return reportView<EventsReading, EventsPageId>(page, {
    title:
      dialogId === undefined
        ? l10n.t("Events of {0}", bot)
        : l10n.t("Events of {0} in {1}", bot, dialogId),
    kind: { label: l10n.t("Why events come or not"), codicon: "pulse" },
    asking: l10n.t("Asking {0} about the events…", visibleLine(portal?.name ?? "")),
    tools: [
      disabled(
        {
          ...pageAction("watchEvents"),
          label: isWatching ? l10n.t("Stop watching") : l10n.t("Watch for ten minutes"),
          codicon: isWatching ? "debug-pause" : "watch",
          text: isWatching ? l10n.t("Stop") : l10n.t("Watch"),
        },
        canWatch || isWatching
          ? undefined
          : l10n.t(
              "There is nothing to watch: events wait only for a bot in fetch mode, and its token shows them.",
            ),
      ),
      commandAction("checkAccess"),
      commandAction("copyAsCode"),
    ],
    exchangesOf: ({ exchanges }) => exchanges,
    report: ({ facts, exchanges }, of) => ({
      summary: summary(facts, of.userId),
      tables: [checksTable(facts, of.userId), ...waitingTable(facts)],
      groups: exchanges.map((exchange, index) => {
        const isBot = "botToken" in exchange.params;
        const viewer = isBot ? ({ kind: "bot", botId } as const) : ownerViewer;
        const group = answerGroup(exchange, actsAs(viewer, of));
        const fields = group.fields.map((field) => ({ ...field, key: `${index}.${field.key}` }));
        return { ...group, id: `answer${index}`, fields };
      }),
    }),
    leftOut: [],
  });
}

const tones: Readonly<Record<EventsCause, PanelTone>> = {
  scopeMissing: "error",
  noToken: "warning",
  refused: "error",
  tokenOfAnother: "error",
  noChat: "error",
  notMember: "error",
  notFetching: "error",
  inNoChat: "warning",
  handlerWithoutClientId: "warning",
  linesOnly: "info",
  mentionsOnly: "info",
  justWaiting: "info",
  upToDate: "success",
  called: "info",
  unknown: "warning",
};

function summary(facts: EventsFacts, userId: string): PanelMessage<PageActionId | CommandActionId> {
  const cause = eventsCause(facts);
  const { heading, paragraphs, steps } = concludeEvents(facts, userId);
  return { tone: tones[cause], heading, paragraphs, steps, actions: actions(cause) };
}

function actions(cause: EventsCause): readonly PanelAction<PageActionId | CommandActionId>[] {
  const again = { ...pageAction("refresh"), label: l10n.t("Check again") };
  switch (cause) {
    case "noToken":
    case "tokenOfAnother":
    case "refused":
      return [{ ...commandAction("addBot"), isPrimary: true }, again];
    case "scopeMissing":
      return [{ ...commandAction("checkAccess"), isPrimary: true }, again];
    default:
      return [{ ...again, isPrimary: true }];
  }
}

function checksTable(facts: EventsFacts, userId: string): PanelTable<never> {
  return {
    id: "checks",
    caption: l10n.t("What was checked"),
    notes: [
      l10n.t(
        "The answers are the portal's own. What they mean is taken from the documentation and was not tried on a live portal.",
      ),
    ],
    columns: [l10n.t("What"), l10n.t("Found"), l10n.t("State")],
    rows: eventsRows(facts).map(({ check, state }) => {
      const { label, found, note } = eventsRowWords(check, facts, userId);
      return {
        key: check,
        cells: [
          { type: "text", text: label },
          { type: "text", text: found },
          { type: "state", ...looks[state](), ...(note === undefined ? {} : { note }) },
        ],
      };
    }),
  };
}

const looks: Readonly<
  Record<CheckState, () => { tone: PanelTone; codicon: string; text: string }>
> = {
  works: () => ({ tone: "success", codicon: "pass", text: l10n.t("in order") }),
  problem: () => ({ tone: "error", codicon: "error", text: l10n.t("problem") }),
  unknown: () => ({ tone: "info", codicon: "question", text: l10n.t("cannot be seen from here") }),
};

/** More rows than these are no help at once. */
const mostRows = 50;

/** The newest events that wait; no table where none can. */
function waitingTable(facts: EventsFacts): readonly PanelTable<EventsActionId>[] {
  const { backlog, dialog } = facts;
  if (backlog?.ok !== true) return [];
  const { events, hasMore } = backlog.value;
  const newest = events.slice(-mostRows).reverse();
  const inDialog = events.filter(({ chat }) => `chat${chat?.chatId}` === dialog?.dialogId).length;
  const notes = [
    events.length === 0
      ? l10n.t("None: the bot fetches its events, or nothing happened.")
      : l10n.t("Waiting: {0}.", countText(facts)),
    dialog === undefined || events.length === 0
      ? ""
      : l10n.t("Of these in {0}: {1}.", dialog.dialogId, numberText(inDialog)),
    hasMore
      ? l10n.t(
          "Only the oldest {0} can be seen: newer ones come after these are confirmed, which is for the bot alone to do. The last {1} of them are listed.",
          numberText(events.length),
          numberText(newest.length),
        )
      : events.length > newest.length
        ? l10n.t("The newest {0} are shown.", numberText(mostRows))
        : "",
  ];
  return [
    {
      id: "waiting",
      caption: l10n.t("Waiting events"),
      notes: [notes.filter(Boolean).join(" ")],
      columns: [
        l10n.t("Time"),
        l10n.t("Event"),
        l10n.t("Chat"),
        l10n.t("Person"),
        l10n.t("Message"),
      ],
      rows: newest.map(waitingRow),
    },
  ];
}

function waitingRow(event: WaitingEvent): PanelTable<EventsActionId>["rows"][number] {
  const { eventId, kind, name, date, chat, person, messageId } = event;
  const label = eventLabel(kind, name);
  return {
    key: String(eventId),
    cells: [
      { type: "date", iso: date },
      {
        type: "text",
        text: label,
        action: {
          ...pageAction("openWaitingEvent"),
          label: l10n.t("Open event {0} as JSON", eventId),
          argument: String(eventId),
        },
      },
      chatCell(chat),
      { type: "text", text: personText(person) },
      { type: "code", text: messageId === undefined ? "" : `#${messageId}` },
    ],
  };
}

function chatCell(chat: WaitingEvent["chat"]): PanelCell<EventsActionId> {
  if (chat === undefined) return { type: "text", text: "" };
  const dialogId = `chat${chat.chatId}`;
  return {
    type: "action",
    action: {
      ...pageAction("inspectWaiting"),
      label: l10n.t("Inspect {0}", dialogId),
      text: clip(visibleLine(chat.title), 80) || dialogId,
      argument: dialogId,
    },
  };
}

function personText(person: WaitingEvent["person"]): string {
  if (person === undefined) return "";
  return clip(visibleLine(person.name), 80) || l10n.t("User {0}", person.userId);
}
