import * as l10n from "@vscode/l10n";
import type { ReadToConfirm } from "../../core/dialog/consent";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { describeEffect } from "../../text/readEffects";
import type {
  CommandActionId,
  PageActionId,
  PanelAction,
  PanelNotice,
} from "../protocol/panelView";
import type { Explanation } from "../../text/explanation";
import { commandAction, pageAction, remedyActions } from "./actions";

/** A panel that VS Code restored, of a portal that is gone. */
export function removedNotice(
  ...others: readonly PanelAction<CommandActionId>[]
): PanelNotice<CommandActionId> {
  return {
    type: "notice",
    tone: "info",
    heading: l10n.t("This portal was removed"),
    paragraphs: [l10n.t("Its webhook and its history were deleted with it.")],
    steps: [],
    actions: [{ ...commandAction("addPortal"), isPrimary: true }, ...others],
    details: [],
  };
}

export function stoppedNotice(): PanelNotice<PageActionId | CommandActionId> {
  return {
    type: "notice",
    tone: "info",
    heading: l10n.t("Stopped"),
    paragraphs: [l10n.t("The request was cancelled before the portal answered.")],
    steps: [],
    actions: remedyActions(["retry"], ""),
    details: [],
  };
}

/** What is said where something is read, while a portal has no room for requests. */
export function withCrowd(reading: string, isCrowded: boolean): string {
  return isCrowded ? `${reading} ${crowdedText()}` : reading;
}

/** Other programs use up the limit that all requests to a portal share. */
export function crowdedText(): string {
  return l10n.t("Other programs use up the portal's limit of requests: waiting for a turn.");
}

/** Why what stands below is not of now. */
export function staleText({ heading, paragraphs }: Explanation): string {
  return l10n.t("{0}. {1} Below is the previous answer.", heading, paragraphs.join(" "));
}

/** Reading may change the portal: what it may do, and the way to agree. */
export function questionView(
  asked: ReadToConfirm,
  ref: DialogRef,
  portal: PortalRecord,
): PanelNotice {
  const { question, detail } = describeEffect(asked, ref, portal);
  const read: PanelAction = { ...pageAction("readAnyway"), isPrimary: true };
  const asChat = commandAction("inspectAsChat", { dialogId: ref.dialogId });
  return {
    type: "notice",
    tone: "warning",
    heading: question,
    paragraphs: detail.split("\n\n"),
    steps: [],
    actions: ref.form === "user" ? [read, asChat] : [read],
    details: [],
  };
}
