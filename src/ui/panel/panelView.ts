import { l10n } from "vscode";
import { initialsOf } from "../../core/dialog/avatar";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { DialogReading } from "../../core/dialog/dialogReader";
import type { DiagnosedFailure, SessionState } from "../../core/dialog/dialogSession";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/visibleText";
import type {
  PanelAction,
  PanelBody,
  PanelHeader,
  PanelNotice,
  PanelView,
} from "../../protocol/panelView";
import { describeEffect, substituteTitle } from "../sentences/dialogIds";
import { lookOfKind } from "../sentences/dialogKinds";
import { contextOf, explain } from "../sentences/explanation";
import { answerGroup, refusalGroup } from "./answerView";
import { cancelAction, remedyAction, remedyActions, toolbarActions } from "./actions";
import { factGroups } from "./factsView";
import { PeopleView, type KnownPeople } from "./peopleView";

export interface PanelSubject {
  readonly ref: DialogRef;
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly isDemo: boolean;
  readonly state: SessionState;
  /** Who the people of the dialog are, as far as that is known. */
  readonly people: KnownPeople;
}

/** The whole panel of one dialog, in words. */
export function panelView(subject: PanelSubject): PanelView {
  const { state, isDemo } = subject;
  return {
    header: headerView(subject),
    toolbar: toolbarActions({
      refreshDisabled: whyNotRefreshed(subject),
      hasRaw: rawReplyOf(state) !== undefined,
      openInBitrix24Disabled: isDemo
        ? l10n.t("The demo portal has no pages to open.")
        : subject.portal === undefined
          ? l10n.t("The portal was removed.")
          : undefined,
    }),
    body: bodyView(subject),
  };
}

function whyNotRefreshed({ ref, portal, state }: PanelSubject): string | undefined {
  if (portal === undefined) return l10n.t("The portal was removed.");
  if (state.phase === "reading") return l10n.t("The dialog is being read.");
  // The page asks this question: a button that passed it by would make no sense.
  return state.phase === "unconfirmed" ? describeEffect(ref, portal)?.question : undefined;
}

/** The reply that "raw" means: the newest one that came, good or bad. */
export function rawReplyOf(state: SessionState): string | undefined {
  if (state.phase === "failed" && state.failure.exchange?.body !== undefined) {
    return state.failure.exchange.body;
  }
  return readingOf(state)?.answer.exchange.body;
}

export function readingOf(state: SessionState): DialogReading | undefined {
  if (state.phase === "read") return state.reading;
  return "previous" in state ? state.previous : undefined;
}

/** Never empty, and on one line. */
export function titleOf(subject: PanelSubject): string {
  return ownTitleOf(subject) || substituteTitle(subject.ref, subject.portal);
}

/** The chat's title, or in a private dialog the other person's name; "" when neither is known. */
export function ownTitleOf({ state }: PanelSubject): string {
  const reading = readingOf(state);
  const isNotes = reading?.dialog.kind.word === "notes";
  const own = reading?.dialog.title ?? "";
  const title = own !== "" || isNotes ? own : (reading?.companion?.name ?? "");
  return clip(visibleLine(title), 300);
}

function headerView(subject: PanelSubject): PanelHeader {
  const { ref, portal, state } = subject;
  const reading = readingOf(state);
  const imageUrl = pictureOf(subject);
  const color = reading?.companion?.color ?? reading?.dialog.color;
  return {
    title: titleOf(subject),
    dialogId: ref.dialogId,
    portal: {
      name: portal === undefined ? l10n.t("Removed portal") : visibleLine(portal.name),
      host: portal === undefined ? "" : hostOf(portal),
    },
    avatar: {
      initials: initialsOf(ownTitleOf(subject)),
      ...(color === undefined ? {} : { color }),
      ...(imageUrl === undefined ? {} : { imageUrl }),
    },
    ...(reading === undefined ? {} : { kind: lookOfKind(reading.dialog.kind) }),
  };
}

/** The demo portal promises to work without a network: only pictures that it carries are shown. */
function pictureOf({ state, isDemo }: PanelSubject): string | undefined {
  const reading = readingOf(state);
  const url = reading?.dialog.avatarUrl ?? reading?.companion?.avatarUrl;
  return isDemo && url?.startsWith("data:") === false ? undefined : url;
}

function bodyView(subject: PanelSubject): PanelBody {
  const { ref, portal, state } = subject;
  const previous = readingOf(state);
  if (portal === undefined) return removedView();
  switch (state.phase) {
    case "unconfirmed":
      return questionView(subject);
    case "reading": {
      const text = l10n.t("Reading {0} from {1}…", ref.dialogId, portal.name);
      if (previous === undefined) return { type: "loading", text, cancel: cancelAction() };
      return { ...factsView(subject, previous), refreshing: { text, cancel: cancelAction() } };
    }
    case "read":
      return factsView(subject, state.reading);
    case "failed":
      return previous === undefined
        ? failureView(subject, state.failure)
        : {
            ...factsView(subject, previous),
            banner: {
              tone: "error",
              text: staleText(subject, state.failure),
              actions: remedyActions(state.failure.diagnosis.remedies, ref.dialogId),
            },
          };
    case "stopped":
      return previous === undefined
        ? {
            type: "notice",
            tone: "info",
            heading: l10n.t("Stopped"),
            paragraphs: [l10n.t("The request was cancelled before the portal answered.")],
            steps: [],
            actions: remedyActions(["retry"], ref.dialogId),
            details: [],
          }
        : factsView(subject, previous);
  }
}

/** A panel that VS Code restored, of a portal that is gone. */
function removedView(): PanelNotice {
  return {
    type: "notice",
    tone: "info",
    heading: l10n.t("This portal was removed"),
    paragraphs: [l10n.t("Its webhook and its history were deleted with it.")],
    steps: [],
    actions: [
      { id: "addPortal", label: l10n.t("Add portal"), codicon: "add", isPrimary: true },
      remedyAction("inspectAnother", ""),
    ],
    details: [],
  };
}

function factsView(
  subject: PanelSubject,
  reading: DialogReading,
): Extract<PanelBody, { type: "facts" }> {
  const answer = answerGroup(reading.answer.exchange, subject.portal?.userId ?? "");
  return { type: "facts", groups: [...factGroups(reading, peopleOf(subject, reading)), answer] };
}

function peopleOf({ portal, isDemo, people }: PanelSubject, { dialog }: DialogReading): PeopleView {
  return new PeopleView(dialog, people, isDemo ? undefined : portal);
}

/** The people of the answer that is shown; `undefined` while there is none. */
export function shownPeople(subject: PanelSubject): PeopleView | undefined {
  const reading = readingOf(subject.state);
  return reading === undefined ? undefined : peopleOf(subject, reading);
}

function failureView({ ref, portal }: PanelSubject, failure: DiagnosedFailure): PanelNotice {
  const { heading, paragraphs, steps } = explain(contextOf(portal, failure, ref.dialogId));
  const { error, exchange, diagnosis } = failure;
  const refusal = refusalGroup(error);
  return {
    type: "notice",
    tone: "error",
    heading,
    paragraphs,
    steps,
    actions: remedyActions(diagnosis.remedies, ref.dialogId),
    details: [
      ...(refusal === undefined ? [] : [refusal]),
      ...(exchange === undefined ? [] : [answerGroup(exchange, portal?.userId ?? "")]),
    ],
  };
}

function staleText({ ref, portal }: PanelSubject, failure: DiagnosedFailure): string {
  const { heading, paragraphs } = explain(contextOf(portal, failure, ref.dialogId));
  return l10n.t("{0}. {1} Below is the previous answer.", heading, paragraphs[0] ?? "");
}

function questionView({ ref, portal }: PanelSubject): PanelNotice {
  const effect = portal === undefined ? undefined : describeEffect(ref, portal);
  const read: PanelAction = {
    id: "readAnyway",
    label: l10n.t("Read it"),
    codicon: "eye",
    isPrimary: true,
  };
  const asChat = remedyAction("inspectAsChat", ref.dialogId);
  return {
    type: "notice",
    tone: "warning",
    heading: effect?.question ?? substituteTitle(ref, portal),
    paragraphs: effect?.detail.split("\n\n") ?? [],
    steps: [],
    actions: ref.form === "user" ? [read, asChat] : [read],
    details: [],
  };
}
