import * as l10n from "@vscode/l10n";
import type { KeyCheck } from "../../core/dialog/events/eventKeys";
import { isUnescaped, type EventReading } from "../../core/dialog/events/eventReading";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine, visibleText } from "../../core/base/visibleText";
import {
  formLabel,
  generationLabel,
  keyNote,
  whatHappened,
  whatToAnswer,
  whatToKnow,
} from "../../text/botEvents";
import type {
  CommandActionId,
  EventActionId,
  PageActionId,
  PanelAction,
  PanelCell,
  PanelField,
  PanelGroup,
  PanelTable,
  PanelValue,
  PanelView,
} from "../protocol/panelView";
import { commandAction, pageAction, remedyAction } from "./actions";

/** What the page about an event can do. */
export type EventPageActionId = Extract<PageActionId, "openRaw"> | EventActionId | CommandActionId;

export interface EventSubject {
  readonly reading: EventReading;
  /** Where its dialog is looked up: of the event's host, or the active one where no host is told. */
  readonly portal: PortalRecord | undefined;
}

/** More of an event is looked at as JSON in an editor. */
const longestJson = 100_000;
/** Portals cut messages there. */
const longestText = 20_000;

/** The whole page about a pasted event, in words. */
export function eventView({ reading, portal }: EventSubject): PanelView<EventPageActionId> {
  const { domain } = reading;
  const look = lookUp({ reading, portal });
  const host = portal === undefined ? domain : hostOf(portal);
  return {
    header: {
      title: visibleLine(reading.name) || l10n.t("Event of a bot"),
      kind: { label: l10n.t("Event of a bot"), codicon: "mail" },
      portal: {
        name: portal === undefined ? domain || l10n.t("unknown portal") : visibleLine(portal.name),
        host,
      },
      avatar: { initials: "" },
    },
    toolbar: [
      eventAction("openFixture"),
      eventAction("openFixtureBody"),
      { ...eventAction("openRaw"), label: l10n.t("Open as JSON, without secrets") },
    ],
    body: {
      type: "report",
      summary: {
        tone:
          reading.kind === undefined || reading.isDoubtful || hasProblems(reading)
            ? "warning"
            : "info",
        heading: whatHappened(reading),
        paragraphs: [...whatToKnow(reading), ...look.notes],
        steps: whatToAnswer(reading),
        actions: look.actions,
      },
      tables: [keyTable(reading)],
      groups: groupsOf(reading),
    },
  };
}

type EventAction = PanelAction<EventPageActionId>;

function eventAction(id: EventActionId | "openRaw"): EventAction {
  return id === "openRaw" ? (remedyAction("openRaw", "") as EventAction) : pageAction(id);
}

/** The dialog one click away, or why it is not. */
function lookUp({ reading, portal }: EventSubject): {
  readonly actions: readonly EventAction[];
  readonly notes: readonly string[];
} {
  const { dialog, domain, bots } = reading;
  if (portal === undefined) {
    const notes =
      domain === ""
        ? []
        : [
            l10n.t(
              "The event comes from {0}, which is not among your portals. Add it to look there.",
              domain,
            ),
          ];
    return { actions: [{ ...commandAction("addPortal"), isPrimary: true }], notes };
  }
  if (dialog.rivals.length > 0) {
    // None of them first: that would be a guess.
    const actions = dialog.rivals.slice(0, 5).map(({ dialogId }) => inspectAction(dialogId));
    return { actions, notes: [] };
  }
  if (dialog.chat !== undefined) {
    return { actions: [{ ...inspectAction(dialog.chat.dialogId), isPrimary: true }], notes: [] };
  }
  if (parseExactDialogId(dialog.asSent) === undefined) return { actions: [], notes: [] };
  const sent = visibleLine(dialog.asSent);
  const reader = bots.find(({ id }) => portal.bots?.some(({ botId }) => String(botId) === id));
  if (!dialog.isPrivate) {
    return { actions: [{ ...inspectAction(dialog.asSent), isPrimary: true }], notes: [] };
  }
  const label = l10n.t("Inspect {0} as the bot", sent);
  const asBot = { ...eventAction("inspectEventAsBot"), label, isPrimary: true };
  return reader !== undefined
    ? { actions: [{ ...asBot, argument: reader.id }], notes: [] }
    : {
        actions: [{ ...commandAction("addBot"), isPrimary: true }],
        notes: [l10n.t("That takes the token of the bot.")],
      };
}

function inspectAction(dialogId: string): EventAction {
  const label = l10n.t("Inspect {0}", visibleLine(dialogId));
  return { ...eventAction("inspectChat"), label, argument: dialogId };
}

function hasProblems({ keys }: EventReading): boolean {
  return keys.some(({ state }) => state !== "there" && state !== "otherType");
}

function keyTable({ keys, secrets, isCut, form }: EventReading): PanelTable<EventPageActionId> {
  const places = new Map<string, string[]>();
  for (const { key, path } of secrets) places.set(key, [...(places.get(key) ?? []), path]);
  return {
    id: "keys",
    caption: l10n.t("Keys that a handler relies on"),
    notes: [
      l10n.t("Taken from the documentation, not tried on a live portal."),
      ...(isUnescaped(form)
        ? [l10n.t("This form escapes nothing: what somebody wrote can look like keys.")]
        : []),
    ],
    columns: [l10n.t("Key"), l10n.t("State")],
    rows: [
      ...keys.map((check) => ({
        key: check.path,
        cells: [{ type: "code", text: check.path } as const, stateCell(check, isCut)],
      })),
      ...[...places].slice(0, 20).map(([key, paths]) => ({
        key: `secret ${visibleLine(key)}`,
        cells: [
          { type: "code", text: visibleLine(key) } as const,
          {
            type: "state",
            tone: "info",
            codicon: "lock",
            text: l10n.t("secret, hidden"),
            note: paths.slice(0, 6).map(visibleLine).join(", "),
          } as const,
        ],
      })),
    ],
  };
}

function stateCell(check: KeyCheck, isCut: boolean): PanelCell<EventPageActionId> {
  const note = keyNote(check, isCut);
  const state = { type: "state", ...(note === "" ? {} : { note }) } as const;
  switch (check.state) {
    case "there":
      return { ...state, tone: "success", codicon: "pass", text: l10n.t("present") };
    case "missing":
      return { ...state, tone: "warning", codicon: "warning", text: l10n.t("missing") };
    case "otherType":
      return { ...state, tone: "info", codicon: "info", text: l10n.t("another type") };
    case "otherCase":
    case "noDialogId":
    case "otherGeneration":
      return { ...state, tone: "warning", codicon: "warning", text: l10n.t("unexpected form") };
  }
}

function groupsOf(reading: EventReading): readonly PanelGroup[] {
  const { dialog, person, bots, message, sentAt, generation } = reading;
  const isOld = generation === 1;
  const group = (id: string, label: string, fields: readonly PanelField[]): PanelGroup[] =>
    fields.length === 0 ? [] : [{ id, label, startsOpen: true, fields }];
  const json = JSON.stringify(reading.body, undefined, 2);
  return [
    ...group("eventDialog", l10n.t("Dialog"), [
      ...fact("chat", l10n.t("Chat, for every reader"), dialog.chat?.dialogId ?? ""),
      ...fact(
        "asSent",
        dialog.isPrivate ? l10n.t("Person, as the bot sees it") : l10n.t("As it was sent"),
        dialog.asSent,
        isOld ? "DIALOG_ID" : "dialogId",
      ),
      ...fact("title", l10n.t("Title"), dialog.title, isOld ? "CHAT_TITLE" : "chat.name"),
      ...fact("type", l10n.t("Type"), dialog.type, isOld ? "CHAT_TYPE" : "chat.type"),
      ...fact(
        "entity",
        l10n.t("Bound to"),
        dialog.entity,
        isOld ? "CHAT_ENTITY_ID" : "chat.entityType",
      ),
    ]),
    ...group("eventPeople", l10n.t("Person and bot"), [
      ...fact("person", l10n.t("Person"), person.name, isOld ? "USER.NAME" : "user.name"),
      ...fact("personId", l10n.t("User ID"), person.id, isOld ? "USER.ID" : "user.id"),
      ...fact(
        "bots",
        l10n.t("Bot"),
        bots.map(({ id, code }) => (code === "" ? id : `${id} (${code})`)).join(", "),
        isOld ? "BOT" : "bot",
      ),
    ]),
    ...group("eventMessage", l10n.t("Message"), [
      ...fact("messageId", l10n.t("Message ID"), message.id, isOld ? "MESSAGE_ID" : "message.id"),
      ...fact("messageText", l10n.t("Text"), message.text, isOld ? "MESSAGE" : "message.text"),
      ...fact("command", l10n.t("Command"), reading.command, isOld ? "COMMAND" : "command"),
      ...fact("reaction", l10n.t("Reaction"), reading.reaction.code, "reaction"),
    ]),
    ...group("eventDelivery", l10n.t("How it came"), [
      ...fact(
        "name",
        l10n.t("Event"),
        reading.name,
        reading.delivery === "fetch" ? "type" : "event",
      ),
      ...fact("generation", l10n.t("Generation"), generationLabel(reading)),
      ...fact(
        "delivery",
        l10n.t("Delivery"),
        reading.delivery === "fetch"
          ? l10n.t("fetched by the bot")
          : l10n.t("sent to the bot's handler"),
      ),
      ...fact("form", l10n.t("Pasted as"), formLabel(reading.form)),
      ...(sentAt === undefined
        ? []
        : [field("sentAt", l10n.t("Sent"), { type: "date", ...sentAt })]),
      ...fact("domain", l10n.t("Portal"), reading.domain, "auth.domain"),
    ]),
    {
      id: "eventJson",
      label: l10n.t("The event, without secrets"),
      startsOpen: false,
      fields: [
        field("json", "JSON", {
          type: "json",
          text: visibleText(clip(json, longestJson)),
          ...(json.length > longestJson
            ? { clipped: l10n.t("Shortened. Open it to see all.") }
            : {}),
        }),
      ],
    },
  ];
}

/** Nothing for what the event does not tell. */
function fact(key: string, label: string, text: string, wireName?: string): PanelField[] {
  return text === ""
    ? []
    : [field(key, label, { type: "text", text: visibleText(clip(text, longestText)) }, wireName)];
}

function field(key: string, label: string, value: PanelValue, wireName?: string): PanelField {
  const named = wireName === undefined ? {} : { wireName };
  return { key: `event.${key}`, label, value, canCopy: true, ...named };
}
