import * as l10n from "@vscode/l10n";
import { clockText } from "../../text/language";
import { describeEffect } from "../../text/readEffects";
import { shortViewers } from "../../text/viewers";
import type { PanelTool } from "../protocol/panelView";
import { commandAction, disabled, pageAction } from "./actions";
import { rawRepliesOf, readingOf, type PanelSubject } from "./panelSubject";

/** What can be done with the dialog that is shown; what cannot be done now says why. */
export function toolbarActions(subject: PanelSubject): readonly PanelTool[] {
  const { state, portal, readAs, isDemo, isPinned } = subject;
  const reading = readingOf(state);
  const none = l10n.t("There is no reply yet.");
  const noReply = rawRepliesOf(state).length > 0 ? undefined : none;
  const noFacts = reading === undefined ? none : undefined;
  const removed = portal === undefined ? l10n.t("The portal was removed.") : undefined;
  const noPage = isDemo ? l10n.t("The demo portal has no pages to open.") : removed;
  return [
    disabled(
      {
        ...pageAction("refresh"),
        ...(reading === undefined ? {} : { text: clockText(reading.answer.exchange.finishedAtMs) }),
      },
      whyNotRefreshed(subject),
    ),
    disabled(
      {
        ...pageAction("readAs"),
        codicon: readAs.kind === "bot" ? "hubot" : "eye",
        text: shortViewers(readAs, portal),
      },
      removed,
    ),
    {
      menuId: "copy",
      label: l10n.t("Copy…"),
      codicon: "copy",
      items: [
        { ...pageAction("copyDialogId"), codicon: "symbol-key" },
        disabled(pageAction("copyLink"), noPage),
        disabled(pageAction("copyJson"), noReply),
        disabled(pageAction("copyMarkdown"), noFacts),
        commandAction("copyAsCode"),
      ],
    },
    {
      ...pageAction("togglePin"),
      label: isPinned ? l10n.t("Unpin") : l10n.t("Pin"),
      codicon: isPinned ? "pinned" : "pin",
      text: "",
    },
    {
      menuId: "more",
      label: l10n.t("More actions"),
      codicon: "ellipsis",
      items: [
        disabled(pageAction("openInBitrix24"), noPage),
        disabled(pageAction("openRaw"), noReply),
        commandAction("checkAccess"),
        commandAction("showLog"),
        commandAction("reportIssue"),
      ],
    },
  ];
}

function whyNotRefreshed({ ref, portal, state }: PanelSubject): string | undefined {
  if (portal === undefined) return l10n.t("The portal was removed.");
  if (state.phase === "reading") return l10n.t("The dialog is being read.");
  // The page asks this question: a button that passed it by would make no sense.
  return state.phase === "unconfirmed" ? describeEffect(state, ref, portal).question : undefined;
}
