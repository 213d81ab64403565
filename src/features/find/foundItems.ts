import * as vscode from "vscode";
import { writtenMention } from "../../core/dialog/mentions/mention";
import { readText } from "../../core/dialog/mentions/readText";
import type { SearchState } from "../../core/sessions/chatSearch";
import { shortestSearch } from "../../core/reads/listReader";
import { diagnosed } from "../../core/diagnosis/diagnose";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { scopeNeededBy } from "../../core/portal/readMethods";
import { clip, visibleLine } from "../../core/base/visibleText";
import { lookOfKind } from "../../text/dialogKinds";
import { contextOf, explain } from "../../text/explain";
import { numberText } from "../../text/language";

/** A row of the box that searches chats. */
export interface FoundItem extends vscode.QuickPickItem {
  /** Absent: a line that says something and cannot be chosen. */
  readonly choice?:
    | { readonly type: "chat"; readonly dialogId: string }
    /** To a dialog of another portal. */
    | { readonly type: "link"; readonly link: string }
    /** The next page, or again the one that failed. */
    | { readonly type: "load" }
    | { readonly type: "explainScope" };
}

/** `alwaysShow`: the portal found them, whatever the editor's own matching thinks. */
export function foundItems(state: SearchState, portal: PortalRecord): readonly FoundItem[] {
  const { phase, text, found, hasMore, failure } = state;
  if (phase === "tooShort") return [hint()];
  const items: FoundItem[] = found.map(({ dialogId, title, kind }) => {
    const look = kind === undefined ? undefined : lookOfKind(kind);
    return {
      label: clip(visibleLine(title), 200) || dialogId,
      description: [dialogId, look?.label].filter(Boolean).join(" · "),
      iconPath: new vscode.ThemeIcon(look?.codicon ?? "comment-discussion"),
      alwaysShow: true,
      choice: { type: "chat", dialogId },
    };
  });
  if (phase === "failed" && failure !== undefined) items.push(...failedItems(failure, portal));
  if (phase === "done" && hasMore) {
    items.push({
      label: vscode.l10n.t("Load more"),
      description: vscode.l10n.t("{0} so far", numberText(found.length)),
      iconPath: new vscode.ThemeIcon("ellipsis"),
      alwaysShow: true,
      choice: { type: "load" },
    });
  }
  if (phase === "done" && items.length === 0) {
    items.push({
      label: vscode.l10n.t("No chat has “{0}” in its title", visibleLine(text)),
      detail: vscode.l10n.t(
        "Only chats that user {0} may read are found. Channels, collabs and task chats are not searched.",
        portal.userId,
      ),
      iconPath: new vscode.ThemeIcon("info"),
      alwaysShow: true,
    });
  }
  return items;
}

/** An id in place of a title: it can be inspected without a search, and a link's where the link leads. */
export function idItems(typed: string, portal: PortalRecord): readonly FoundItem[] {
  return readText(typed)
    .slice(0, 3)
    .flatMap((mention) => {
      const { subject, host = hostOf(portal) } = mention;
      if (subject.kind !== "dialog") return [];
      const { dialogId } = subject.ref;
      const isHere = host === hostOf(portal);
      return [
        {
          label: vscode.l10n.t("Inspect {0}", dialogId),
          description: isHere
            ? vscode.l10n.t("a DIALOG_ID, not a title")
            : vscode.l10n.t("at {0}, not in this portal", visibleLine(host)),
          iconPath: new vscode.ThemeIcon(isHere ? "arrow-right" : "link"),
          alwaysShow: true,
          choice: isHere
            ? { type: "chat", dialogId }
            : { type: "link", link: writtenMention(mention) },
        },
      ];
    });
}

/** In place of a search that the portal would only refuse. */
export function scopeItem(scope: string): FoundItem {
  return {
    label: vscode.l10n.t("Scope “{0}” is not granted: chats cannot be searched", scope),
    detail: vscode.l10n.t("Click to see how to grant it"),
    iconPath: new vscode.ThemeIcon("lock"),
    alwaysShow: true,
    choice: { type: "explainScope" },
  };
}

function failedItems(failure: PortalFailure, portal: PortalRecord): readonly FoundItem[] {
  const known = diagnosed(failure);
  if (known === undefined) return [];
  const scope = scopeNeededBy("im.search.chat.list");
  if (known.diagnosis.cause === "scopeMissing" && scope !== undefined) return [scopeItem(scope)];
  const { heading, paragraphs } = explain(contextOf(portal, known), "line");
  return [
    {
      label: vscode.l10n.t("{0}. Click to try again", heading),
      detail: paragraphs.join(" "),
      iconPath: new vscode.ThemeIcon("error"),
      alwaysShow: true,
      choice: { type: "load" },
    },
  ];
}

function hint(): FoundItem {
  return {
    label: vscode.l10n.t("Type at least {0} characters", shortestSearch),
    iconPath: new vscode.ThemeIcon("info"),
    alwaysShow: true,
  };
}
