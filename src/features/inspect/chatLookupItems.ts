import * as vscode from "vscode";
import type { Remedy } from "../../core/diagnosis/causes";
import { lookupNotes, type LookupNote } from "../../core/sessions/lookupNotes";
import type { ChatLookup, NamedChat } from "../../core/sessions/chatLookup";
import type { ChatOwner } from "../../core/dialog/chatOwner";
import type { DialogKindWord } from "../../core/dialog/dialogKind";
import { diagnosed, type DiagnosedFailure } from "../../core/diagnosis/diagnose";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { renamedTo } from "../../core/portal/portalError";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { describeMissingScopes, nameOfOwner, notLookedFor } from "../../text/crmObjects";
import { lookOfKind } from "../../text/dialogKinds";
import { contextOf, explain } from "../../text/explain";
import type { Explanation } from "../../text/explanation";
import { commandAction, remedyAction } from "../../panel/view/actions";
import type { DialogItem } from "./dialogItem";

/** What a search has found by now; every row is shown whatever is typed. */
export function chatLookupItems(
  { owner, state }: ChatLookup,
  portal: PortalRecord,
): readonly DialogItem[] {
  const name = nameOfOwner(owner);
  if (state.phase === "asking") {
    const label = vscode.l10n.t("{0}: asking {1}…", name, visibleLine(portal.name));
    return [line("loading~spin", label), cancelItem()];
  }
  if (state.phase === "stopped") {
    return [line("circle-slash", vscode.l10n.t("{0}: stopped", name)), retryItem()];
  }
  const { asked, notes, remedies } = lookupNotes(state.answers);
  const found = state.chats.map((chat) => chatItem(chat, owner, portal));
  return [
    ...(found.length > 0 ? found : nothingFound(name, asked)),
    ...notes.map((note) => noteItem(note, owner, portal)),
    ...remedies.flatMap((remedy) => remedyItem(remedy, newAddressIn(notes))),
  ];
}

function chatItem(chat: NamedChat, owner: ChatOwner, portal: PortalRecord): DialogItem {
  const { ref, connector, isOwn, name } = chat;
  const { title = "", kind } = name?.ok === true ? name.value : {};
  const word = isOwn ? ownKinds[owner.kind] : "lines";
  const look = lookOfKind(kind ?? { word });
  const label = clip(visibleLine(title), 200);
  const details = [label === "" ? "" : ref.dialogId, look.label, clip(visibleLine(connector), 60)];
  const refusal = name?.ok === false ? headingOf(name.error, portal) : undefined;
  return {
    label: label || ref.dialogId,
    description: details.filter((detail) => detail !== "").join(" · "),
    ...(refusal === undefined ? {} : { detail: refusal }),
    iconPath: new vscode.ThemeIcon(refusal === undefined ? look.codicon : "lock"),
    alwaysShow: true,
    choice: { type: "dialog", ref, isTyped: false, portal },
  };
}

/** What kind the only chat of something is, as the portal calls it. */
const ownKinds = {
  crmObject: "crm",
  session: "lines",
  userCode: "lines",
  task: "task",
  workgroup: "workgroup",
} as const satisfies Readonly<Record<ChatOwner["kind"], DialogKindWord>>;

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

function noteItem(note: LookupNote, owner: ChatOwner, portal: PortalRecord): DialogItem {
  switch (note.kind) {
    case "scopeMissing":
      return line("lock", notLookedFor(note.question, owner), describeMissingScopes(note.scopes));
    case "impossible":
      return line(
        "info",
        notLookedFor(note.question, owner),
        vscode.l10n.t("Portals look for them by lead, deal, contact or company only."),
      );
    case "failed": {
      const { heading, paragraphs } = explanationOf(note.failure, portal);
      const label =
        note.question === "both" || owner.kind !== "crmObject"
          ? heading
          : note.question === "openChannels"
            ? vscode.l10n.t("Open Channel chats: {0}", heading)
            : vscode.l10n.t("Chat of the CRM card: {0}", heading);
      return line("error", label, paragraphs.join(" "));
    }
  }
}

function explanationOf(failure: DiagnosedFailure, portal: PortalRecord): Explanation {
  return explain(contextOf(portal, failure), "line");
}

function headingOf(failure: PortalFailure, portal: PortalRecord): string | undefined {
  const known = diagnosed(failure);
  return known === undefined ? undefined : explanationOf(known, portal).heading;
}

function cancelItem(): DialogItem {
  return { ...line("stop-circle", vscode.l10n.t("Cancel")), choice: { type: "cancel" } };
}

function retryItem(): DialogItem {
  const { label, codicon } = remedyAction("retry", "");
  return { ...line(codicon, label), choice: { type: "retry" } };
}

function newAddressIn(notes: readonly LookupNote[]): string | undefined {
  const failed = notes.flatMap((note) => (note.kind === "failed" ? [note.failure.error] : []));
  return failed.map(renamedTo).find((origin) => origin !== undefined);
}

/** A row for what the box can do: it holds no reply, and stays about the object that was asked for. */
function remedyItem(remedy: Remedy, newOrigin: string | undefined): readonly DialogItem[] {
  if (remedy === "openRaw" || remedy === "inspectAsChat" || remedy === "inspectAnother") return [];
  if (remedy === "retry") return [retryItem()];
  const { label, codicon } = commandAction(remedy);
  return [{ ...line(codicon, label), choice: { type: "remedy", remedy, newOrigin } }];
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
