import * as vscode from "vscode";
import { crmNotes, diagnosed, type CrmNote } from "../../core/sessions/crmChatNotes";
import type { CrmChatSearch, NamedCrmChat } from "../../core/sessions/crmChatSearch";
import type { CrmObjectMention } from "../../core/dialog/crmObject";
import type { DiagnosedFailure } from "../../core/sessions/dialogSession";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { crmObjectName } from "../../text/entityLabels";
import { chatsOfCrmObject, describeMissingScopes, notLookedFor } from "../../text/crmObjects";
import { lookOfKind } from "../../text/dialogKinds";
import { explain, type Explanation } from "../../text/explanation";
import type { DialogItem } from "./dialogItem";

/** Offers to look for the chats of an object that was typed or pasted. */
export function crmObjectItem(
  { object, host }: CrmObjectMention,
  portal: PortalRecord,
  description = "",
): DialogItem {
  const own = hostOf(portal);
  return {
    label: chatsOfCrmObject(object),
    description,
    detail:
      host === undefined || host === own
        ? vscode.l10n.t("Open Channel chats and the chat of its CRM card, only read")
        : vscode.l10n.t(
            "The link leads to {0}, but {1} ({2}) is asked",
            host,
            visibleLine(portal.name),
            own,
          ),
    iconPath: new vscode.ThemeIcon("briefcase"),
    alwaysShow: true,
    choice: { type: "crmObject", object },
  };
}

/** What a search has found by now; every row is shown whatever is typed. */
export function crmChatItems(
  { object, state }: CrmChatSearch,
  portal: PortalRecord,
): readonly DialogItem[] {
  const name = crmObjectName(object.type, object.id);
  if (state.phase === "asking") {
    const label = vscode.l10n.t("{0}: asking {1}…", name, visibleLine(portal.name));
    return [line("loading~spin", label), cancelItem()];
  }
  if (state.phase === "stopped") {
    return [line("circle-slash", vscode.l10n.t("{0}: stopped", name)), retryItem()];
  }
  const { asked, notes, canRetry, canReplaceWebhook } = crmNotes(state.answers);
  const found = state.chats.map((chat) => chatItem(chat, portal));
  return [
    ...(found.length > 0 ? found : nothingFound(name, asked)),
    ...notes.map((note) => noteItem(note, portal)),
    ...(canRetry ? [retryItem()] : []),
    ...(canReplaceWebhook ? [replaceWebhookItem()] : []),
  ];
}

function chatItem(chat: NamedCrmChat, portal: PortalRecord): DialogItem {
  const { ref, connector, isOwn, name } = chat;
  const { title = "", kind } = name?.ok === true ? name.value : {};
  const look = lookOfKind(kind ?? { word: isOwn ? "crm" : "lines" });
  const label = clip(visibleLine(title), 200);
  const details = [label === "" ? "" : ref.dialogId, look.label, clip(visibleLine(connector), 60)];
  const refusal = name?.ok === false ? headingOf(name.error, portal) : undefined;
  return {
    label: label || ref.dialogId,
    description: details.filter((detail) => detail !== "").join(" · "),
    ...(refusal === undefined ? {} : { detail: refusal }),
    iconPath: new vscode.ThemeIcon(refusal === undefined ? look.codicon : "lock"),
    alwaysShow: true,
    choice: { type: "dialog", ref, isTyped: false },
  };
}

function nothingFound(name: string, asked: readonly string[]): readonly DialogItem[] {
  if (asked.length === 0) return [];
  return [
    line(
      "info",
      vscode.l10n.t("{0}: no chats found", name),
      vscode.l10n.t("Asked: {0}", asked.join(", ")),
    ),
  ];
}

function noteItem(note: CrmNote, portal: PortalRecord): DialogItem {
  switch (note.kind) {
    case "scopeMissing":
      return line("lock", notLookedFor(note.question), describeMissingScopes(note.scopes));
    case "impossible":
      return line(
        "info",
        notLookedFor(note.question),
        vscode.l10n.t("Portals look for them by lead, deal, contact or company only."),
      );
    case "failed": {
      const { heading, paragraphs } = explanationOf(note.failure, portal);
      const label =
        note.question === "both"
          ? heading
          : note.question === "openChannels"
            ? vscode.l10n.t("Open Channel chats: {0}", heading)
            : vscode.l10n.t("Chat of the CRM card: {0}", heading);
      return line("error", label, paragraphs[0] ?? "");
    }
  }
}

function explanationOf(failure: DiagnosedFailure, { userId, scopes }: PortalRecord): Explanation {
  return explain({ failure, userId, scopes });
}

function headingOf(failure: PortalFailure, portal: PortalRecord): string | undefined {
  const known = diagnosed(failure);
  return known === undefined ? undefined : explanationOf(known, portal).heading;
}

function cancelItem(): DialogItem {
  return { ...line("debug-stop", vscode.l10n.t("Cancel")), choice: { type: "cancel" } };
}

function retryItem(): DialogItem {
  return { ...line("refresh", vscode.l10n.t("Try again")), choice: { type: "retry" } };
}

function replaceWebhookItem(): DialogItem {
  const item = line("key", vscode.l10n.t("Replace webhook"));
  return { ...item, choice: { type: "replaceWebhook" } };
}

/** Says something; chosen, it does nothing. */
function line(codicon: string, label: string, detail?: string): DialogItem {
  return {
    label,
    ...(detail === undefined ? {} : { detail }),
    iconPath: new vscode.ThemeIcon(codicon),
    alwaysShow: true,
  };
}
