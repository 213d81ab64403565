import * as l10n from "@vscode/l10n";
import type { CauseFinder } from "../../core/sessions/causeFinder";
import { initialsOf, isPortalPicture, pictureSources } from "../../core/dialog/avatar";
import type { Bot } from "../../core/dialog/person";
import type { DialogRef } from "../../core/dialog/dialogId";
import { messengerUrl } from "../../core/dialog/links";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import type { SessionState, ShownReading } from "../../core/sessions/dialogSession";
import type { ReadAs } from "../../core/dialog/viewer";
import { scantReply } from "../../core/dialog/scantReply";
import type { Exchange, RawReply } from "../../core/portal/portalCaller";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import type {
  PanelBanner,
  PanelBody,
  PanelHeader,
  PanelPeoplePage,
  PanelView,
} from "../protocol/panelView";
import { substituteTitle } from "../../text/dialogIds";
import { describeEffect } from "../../text/readEffects";
import { lookOfKind } from "../../text/dialogKinds";
import { contextOf, explain } from "../../text/explain";
import { clockText, plural } from "../../text/language";
import { refusalView } from "./refusalView";
import { shortViewers } from "../../text/viewers";
import { commandAction, pageAction, remedyActions, toolbarActions } from "./actions";
import { factGroups } from "./factsView";
import { summaryView } from "./summaryView";
import { questionView, removedNotice, staleText, stoppedNotice, withCrowd } from "./notices";
import { PeopleView, type KnownPeople } from "./peopleView";
import { talkView, type KnownMessages } from "./talkView";
import { answerDetails, dialogOfSecond, sideBySide } from "./viewersView";
import { pathOfSecond } from "./secondKeys";

export interface PanelSubject {
  readonly ref: DialogRef;
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly isActivePortal: boolean;
  /** Of the link that named the dialog; absent: no link did. */
  readonly linkHost: string | undefined;
  readonly isDemo: boolean;
  /** Other programs keep requests from the portal at the moment. */
  readonly isCrowded?: boolean;
  /** Pictures of chats and people may be shown. */
  readonly hasPictures: boolean;
  readonly state: SessionState;
  readonly readAs: ReadAs;
  readonly probes: CauseFinder;
  /** Who the people of the dialog are, as far as that is known. */
  readonly people: KnownPeople;
  /** What was read of its messages; `undefined`: the reader has turned them off. */
  readonly messages: KnownMessages | undefined;
  readonly isPinned: boolean;
  /** All bots of the portal; `undefined`: not known. */
  readonly bots: readonly Bot[] | undefined;
  /** What the dialog was called when something told it last; "" when nothing has. */
  readonly knownTitle: string;
}

/** The whole panel of one dialog, in words. */
export function panelView(subject: PanelSubject): PanelView {
  const { state, isDemo, readAs, portal } = subject;
  const reading = readingOf(state);
  const elsewhere = elsewhereBanner(subject);
  return {
    ...(elsewhere === undefined ? {} : { banner: elsewhere }),
    header: headerView(subject),
    toolbar: toolbarActions({
      refreshDisabled: whyNotRefreshed(subject),
      readAt: reading === undefined ? undefined : clockText(reading.answer.exchange.finishedAtMs),
      hasRaw: rawRepliesOf(state).length > 0,
      hasFacts: reading !== undefined,
      isPinned: subject.isPinned,
      viewer: { text: shortViewers(readAs, portal), isBot: readAs.kind === "bot" },
      openInBitrix24Disabled: isDemo
        ? l10n.t("The demo portal has no pages to open.")
        : subject.portal === undefined
          ? l10n.t("The portal was removed.")
          : undefined,
      readAsDisabled: subject.portal === undefined ? l10n.t("The portal was removed.") : undefined,
    }),
    body: bodyView(subject),
  };
}

/** A link may name a dialog of another portal than one thinks. */
function elsewhereBanner({
  ref,
  portal,
  linkHost,
  isActivePortal,
}: PanelSubject): PanelBanner | undefined {
  if (linkHost === undefined || portal === undefined) return undefined;
  const host = visibleLine(linkHost);
  const name = visibleLine(portal.name);
  if (portalsOfLink(linkHost, portal, []).length === 0) {
    const text = l10n.t("The link is of {0}. This is {1} of “{2}”.", host, ref.dialogId, name);
    return { tone: "warning", text, actions: [commandAction("addPortal")] };
  }
  if (isActivePortal) return undefined;
  const text = l10n.t("Read in “{0}”, where the link leads: it is not the active portal.", name);
  return { tone: "info", text, actions: [] };
}

function whyNotRefreshed({ ref, portal, state }: PanelSubject): string | undefined {
  if (portal === undefined) return l10n.t("The portal was removed.");
  if (state.phase === "reading") return l10n.t("The dialog is being read.");
  // The page asks this question: a button that passed it by would make no sense.
  return state.phase === "unconfirmed" ? describeEffect(state, ref, portal).question : undefined;
}

/** The replies that "raw" means: the newest ones that came, good or bad, one for each reader. */
export function rawRepliesOf(state: SessionState): readonly RawReply[] {
  return exchangesOf(state).flatMap(({ method, body }) =>
    body === undefined ? [] : [{ method, body }],
  );
}

/** How what is shown was got, a refusal first, then what another reader got. */
export function exchangesOf(state: SessionState): readonly Exchange[] {
  const reading = readingOf(state);
  const failed = state.phase === "failed" ? state.failure.exchange : undefined;
  const own = failed?.body === undefined ? (reading?.answer.exchange ?? failed) : failed;
  const counterpart =
    state.phase === "failed" ? state.counterpart : (reading?.counterpart ?? undefined);
  const outcome = counterpart?.outcome;
  const other = outcome?.ok === true ? outcome.value.answer.exchange : outcome?.error.exchange;
  return [own, other].filter((exchange) => exchange !== undefined);
}

export function readingOf(state: SessionState): ShownReading | undefined {
  if (state.phase === "read") return state.reading;
  return "previous" in state ? state.previous : undefined;
}

const tabLength = 60;
const portalInTabLength = 30;

/** Id and title, and the portal where it is not the active one. */
export function tabTitleOf(subject: PanelSubject): string {
  const { ref, isActivePortal, portal } = subject;
  const name = isActivePortal ? "" : visibleLine(portal?.name ?? "");
  const suffix = name === "" ? "" : ` · ${clip(name, portalInTabLength)}`;
  const own = ownTitleOf(subject);
  const title = own === "" ? titleOf(subject) : `${ref.dialogId} ${own}`;
  return clip(title, tabLength - suffix.length) + suffix;
}

/** Never empty, and on one line. */
function titleOf(subject: PanelSubject): string {
  return ownTitleOf(subject) || substituteTitle(subject.ref, subject.portal);
}

/**
 * The chat's title, or in a private dialog the other person's name; "" when neither is known. While there is no
 * answer, and after a refusal, a dialog is still called what it was called.
 */
export function ownTitleOf({ ref, portal, state, knownTitle }: PanelSubject): string {
  const reading = readingOf(state);
  const isNotes = reading?.dialog.kind?.word === "notes";
  const own = reading?.dialog.title ?? "";
  const told = own !== "" || isNotes ? own : (reading?.companion?.name ?? "");
  const isOwnNotes = isNotes || (ref.form === "user" && String(ref.userId) === portal?.userId);
  const isUntold = reading === undefined || (told === "" && ref.form === "user");
  return clip(visibleLine(isUntold && !isOwnNotes ? knownTitle : told), 300);
}

function headerView(subject: PanelSubject): PanelHeader {
  const { ref, portal, state, isDemo } = subject;
  const reading = readingOf(state);
  const kind = reading?.dialog.kind;
  const imageUrl = pictureOf(subject);
  const color = reading?.companion?.color ?? reading?.dialog.color;
  return {
    title: titleOf(subject),
    dialogId: ref.dialogId,
    portal: {
      name: portal === undefined ? l10n.t("Removed portal") : visibleLine(portal.name),
      host: portal === undefined ? "" : hostOf(portal),
      ...(portal === undefined || isDemo ? {} : { url: messengerUrl(portal.origin, ref.dialogId) }),
    },
    avatar: {
      initials: initialsOf(ownTitleOf(subject)),
      ...(color === undefined ? {} : { color }),
      ...(imageUrl === undefined ? {} : { imageUrl }),
    },
    ...(kind === undefined ? {} : { kind: lookOfKind(kind) }),
  };
}

/** The demo portal promises to work without a network: only pictures that it carries are shown. */
function pictureOf({ state, isDemo, portal, hasPictures }: PanelSubject): string | undefined {
  const reading = readingOf(state);
  const url = reading?.dialog.avatarUrl ?? reading?.companion?.avatarUrl;
  if (!hasPictures || url === undefined || portal === undefined) return undefined;
  if (isDemo) return url.startsWith("data:") ? url : undefined;
  return isPortalPicture(url, portal.origin) ? url : undefined;
}

/** From where the page may load pictures. */
export function picturesOf({ isDemo, portal, hasPictures }: PanelSubject): readonly string[] {
  if (!hasPictures || portal === undefined) return [];
  return isDemo ? ["data:"] : pictureSources(portal.origin);
}

function bodyView(subject: PanelSubject): PanelBody {
  const { ref, portal, state } = subject;
  const previous = readingOf(state);
  if (portal === undefined) return removedNotice(commandAction("inspectAnother"));
  switch (state.phase) {
    case "unconfirmed":
      return questionView(state, ref, portal);
    case "reading": {
      const reading = l10n.t("Reading {0} from {1}…", ref.dialogId, portal.name);
      const text = withCrowd(reading, subject.isCrowded === true);
      if (previous === undefined) return { type: "loading", text, cancel: pageAction("cancel") };
      return {
        ...factsView(subject, previous),
        refreshing: { text, cancel: pageAction("cancel") },
      };
    }
    case "read":
      return factsView(subject, state.reading);
    case "failed":
      return previous === undefined
        ? refusalView(subject, state)
        : {
            ...factsView(subject, previous),
            banner: {
              tone: "error",
              text: staleText(explain(contextOf(portal, state.failure, ref.dialogId), "line")),
              actions: remedyActions(state.failure.diagnosis.remedies, ref.dialogId),
            },
          };
    case "stopped":
      return previous === undefined ? stoppedNotice() : factsView(subject, previous);
  }
}

function factsView(
  subject: PanelSubject,
  reading: ShownReading,
): Extract<PanelBody, { type: "facts" }> {
  const { portal, isDemo, people: known } = subject;
  const links = isDemo ? undefined : portal;
  const { counterpart, dialog, viewer } = reading;
  const people = new PeopleView(dialog, known, links);
  const talk =
    subject.messages === undefined
      ? {}
      : { talk: talkView(subject.messages, { reading, portal, known, links }) };
  const summary = summaryView({
    dialog,
    people,
    ownUserId: viewer.kind === "owner" ? Number(portal?.userId) : undefined,
    bots: subject.bots,
    otherViewers: (portal?.bots ?? []).filter(
      ({ botId }) => !("botId" in subject.readAs) || subject.readAs.botId !== botId,
    ),
  });
  if (counterpart !== undefined) {
    const together = sideBySide(reading, counterpart, portal, { known, links, people, summary });
    return { type: "facts", summary, ...talk, ...together };
  }
  const told = scantReply(dialog);
  return {
    type: "facts",
    summary,
    ...(told === undefined
      ? {}
      : { banner: { tone: "info", text: scantText(told), actions: [] } as const }),
    ...talk,
    groups: [...factGroups(reading, people, summary), answerDetails(reading, portal)],
  };
}

function scantText(count: number): string {
  return plural(count, {
    one: l10n.t("The portal returned only {0} field of the dialog.", count),
    few: l10n.t({
      message: "The portal returned only {0} fields of the dialog.",
      args: [count],
      comment: ["few"],
    }),
    many: l10n.t("The portal returned only {0} fields of the dialog.", count),
  });
}

/** A page of a list of people in the answer that is shown; `undefined` while there is none. */
export function peoplePageOf(
  { state, portal, isDemo, people }: PanelSubject,
  { key, query, from }: { readonly key: string; readonly query: string; readonly from: number },
): PanelPeoplePage | undefined {
  const reading = readingOf(state);
  const path = pathOfSecond(key);
  const dialog = path === undefined ? reading?.dialog : dialogOfSecond(reading);
  if (dialog === undefined) return undefined;
  return new PeopleView(dialog, people, isDemo ? undefined : portal).page(path ?? key, query, from);
}
