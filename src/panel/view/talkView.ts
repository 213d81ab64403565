import * as l10n from "@vscode/l10n";
import { diagnosed } from "../../core/diagnosis/diagnose";
import type { Person } from "../../core/dialog/person";
import type { LinkContext } from "../../core/dialog/objectLinks";
import { jsonOf } from "../../core/base/jsonText";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { DialogReading } from "../../core/reads/dialogReader";
import { newestIn, type MessagesState } from "../../core/sessions/dialogMessages";
import { contextOf, explain } from "../../text/explain";
import { clockText } from "../../text/language";
import type { PanelAction, PanelMessage, PanelTalk } from "../protocol/panelView";
import { disabled, pageAction, remedyActions } from "./actions";
import { messagesText } from "./groupsView";
import { PeopleView, type KnownPeople } from "./peopleView";
import { lateTalk } from "./lateViews";

/** What was read of a dialog's messages. */
export interface KnownMessages {
  readonly state: MessagesState;
  readonly isBehind: boolean;
  personOf(userId: number): Person | undefined;
}

interface TalkSubject {
  readonly reading: DialogReading;
  readonly portal: PortalRecord | undefined;
  readonly known: KnownPeople;
  readonly links: LinkContext | undefined;
}

/** The latest messages of a dialog in words. */
export function talkView(
  messages: KnownMessages,
  { reading, portal, known, links }: TalkSubject,
): PanelTalk {
  const { state } = messages;
  const names: KnownPeople = {
    state: known.state,
    personOf: (userId) => messages.personOf(userId) ?? known.personOf(userId),
  };
  const { messages: read } = state;
  const busy = busyOf(state);
  const problem = problemOf(state, portal, reading.dialog.dialogId);
  const isTold = reading.viewer.kind === "owner" || newestIn(reading.dialog) !== undefined;
  return {
    label: l10n.t("Latest messages"),
    digest: digestOf(state),
    note: noteOf(state, reading, portal),
    action: disabled(
      read === undefined
        ? { ...pageAction("readMessages"), isPrimary: true }
        : { ...pageAction("readMessages"), label: l10n.t("Read again"), codicon: "refresh" },
      state.phase === "reading"
        ? l10n.t("The messages are being read.")
        : isTold
          ? undefined
          : l10n.t("The portal does not return to this bot which message is the last one."),
    ),
    isAboutOlder: state.load === "older",
    items:
      lateTalk.value?.messageItems(read ?? [], new PeopleView(reading.dialog, names, links), {
        origin: links?.origin,
        nameOf: (userId) => names.personOf(userId)?.name,
      }) ?? [],
    ...(busy === undefined ? {} : { busy }),
    ...(problem === undefined ? {} : { problem }),
    ...(read !== undefined && (messages.isBehind || state.hasNewer)
      ? { behind: l10n.t("The chat has newer messages than these.") }
      : {}),
    ...(read?.length === 0
      ? {
          empty: l10n.t("The portal sent no message. It hides what was written before one joined."),
        }
      : {}),
    ...(state.hasOlder && read !== undefined ? { older: pageAction("readOlderMessages") } : {}),
  };
}

/** What is copied for a message: its id; its text with the BB code, or all of it, as it came. */
export function talkCopyText(messages: KnownMessages | undefined, key: string): string | undefined {
  const [, id, part] = /^message\.(\d+)(\.json|\.text)?$/.exec(key) ?? [];
  const message = messages?.state.messages?.find((one) => String(one.id) === id);
  if (message === undefined) return undefined;
  if (part === undefined) return id;
  const { text } = message.wire;
  if (part === ".json") return jsonOf(message.wire).text;
  return typeof text === "string" ? text : message.text;
}

function digestOf({ messages, exchange }: MessagesState): string {
  if (messages === undefined) return l10n.t("not read yet");
  const count = messagesText(messages.length);
  return exchange === undefined ? count : `${count} · ${clockText(exchange.finishedAtMs)}`;
}

/** What is true of the method that reads, and no more. @see REST brief, messages.md */
function noteOf(
  { exchange }: MessagesState,
  { viewer, dialog }: DialogReading,
  portal: PortalRecord | undefined,
): string {
  const kept = l10n.t("Kept in memory only, until this tab is closed.");
  const kind = dialog.kind?.word;
  if (viewer.kind === "bot") {
    const joins = kind === "comment" || kind === "task";
    return [
      l10n.t("Reading marks nothing as read."),
      ...(joins
        ? [
            l10n.t(
              "The portal has made the bot a member, as it does with any bot that reads this chat.",
            ),
          ]
        : []),
      kept,
    ].join(" ");
  }
  const { scopes, userId = "" } = portal ?? {};
  const isHistory =
    exchange === undefined
      ? kind === "lines" && scopes?.includes("im") === false
      : exchange.method === "imopenlines.session.history.get";
  return [
    isHistory
      ? l10n.t(
          "The history of the session is only read; earlier sessions of the chat are not in it.",
        )
      : l10n.t("Reading marks nothing as read and does not show user {0} as online.", userId),
    kept,
  ].join(" ");
}

function busyOf({ phase, load }: MessagesState): PanelTalk["busy"] {
  if (phase !== "reading") return undefined;
  const text =
    load === "older" ? l10n.t("Reading older messages…") : l10n.t("Reading the messages…");
  return { text, cancel: pageAction("cancelMessages") };
}

function problemOf(
  { phase, load, failure }: MessagesState,
  portal: PortalRecord | undefined,
  dialogId: string,
): PanelMessage | undefined {
  const known = phase === "failed" && failure !== undefined ? diagnosed(failure) : undefined;
  if (known === undefined) return undefined;
  const { heading, paragraphs, steps } = explain(contextOf(portal, known, dialogId), "line");
  const again: PanelAction = {
    ...pageAction(load === "older" ? "readOlderMessages" : "readMessages"),
    label: l10n.t("Try again"),
    codicon: "refresh",
  };
  const remedies = known.diagnosis.remedies.filter((remedy) => remedy !== "openRaw");
  return {
    tone: "error",
    heading,
    paragraphs,
    steps,
    actions: remedyActions(remedies, dialogId).map((action): PanelAction =>
      action.id === "refresh" ? { ...action, ...again } : action,
    ),
  };
}
