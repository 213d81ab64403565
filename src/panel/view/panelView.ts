import * as l10n from "@vscode/l10n";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import type { ShownReading } from "../../core/sessions/dialogSession";
import { scantReply } from "../../core/dialog/scantReply";
import { visibleLine } from "../../core/base/visibleText";
import type { PanelBanner, PanelBody, PanelPeoplePage, PanelView } from "../protocol/panelView";
import { contextOf, explain } from "../../text/explain";
import { plural } from "../../text/language";
import { commandAction, pageAction, remedyActions } from "./actions";
import { factGroups } from "./factsView";
import { lateRefusal } from "./lateViews";
import { headerView } from "./headerView";
import { summaryView } from "./summaryView";
import { questionView, removedNotice, staleText, stoppedNotice, withCrowd } from "./notices";
import { readingOf, type PanelSubject } from "./panelSubject";
import { PeopleView } from "./peopleView";
import { talkView } from "./talkView";
import { toolbarActions } from "./toolbar";
import { answerDetails, dialogOfSecond, sideBySide } from "./viewersView";
import { pathOfSecond } from "./secondKeys";

/** The whole panel of one dialog, in words. */
export function panelView(subject: PanelSubject): PanelView {
  const elsewhere = elsewhereBanner(subject);
  return {
    ...(elsewhere === undefined ? {} : { banner: elsewhere }),
    header: headerView(subject),
    toolbar: toolbarActions(subject),
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
    const text = l10n.t("The id is from {0}. This is {1} of “{2}”.", host, ref.dialogId, name);
    return { tone: "warning", text, actions: [commandAction("addPortal")] };
  }
  if (isActivePortal) return undefined;
  const text = l10n.t("Read in “{0}”, where the id is from: it is not the active portal.", name);
  return { tone: "info", text, actions: [] };
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
    case "failed": {
      const explained = explain(contextOf(portal, state.failure, ref.dialogId), "line");
      const actions = remedyActions(state.failure.diagnosis.remedies, ref.dialogId);
      if (previous !== undefined) {
        const banner = { tone: "error", text: staleText(explained), actions } as const;
        return { ...factsView(subject, previous), banner };
      }
      const { probes } = subject;
      const refusal = probes && lateRefusal.value?.refusalView({ ref, portal, probes }, state);
      return refusal ?? { type: "notice", tone: "error", ...explained, actions, details: [] };
    }
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
  const people = new PeopleView(dialog, known, links, dialogOfSecond(reading));
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
  { state, portal, isDemo, people }: Pick<PanelSubject, "state" | "portal" | "isDemo" | "people">,
  { key, query, from }: { readonly key: string; readonly query: string; readonly from: number },
): PanelPeoplePage | undefined {
  const reading = readingOf(state);
  const path = pathOfSecond(key);
  const second = dialogOfSecond(reading);
  const [dialog, other] =
    path === undefined ? [reading?.dialog, second] : [second, reading?.dialog];
  if (dialog === undefined) return undefined;
  const links = isDemo ? undefined : portal;
  return new PeopleView(dialog, people, links, other).page(path ?? key, query, from);
}
