import * as vscode from "vscode";
import { demoOrigin } from "../../core/portal/demoAddress";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { DialogSummary } from "../../core/dialog/dialogSummary";
import type { DialogNode } from "../../core/sidebar/treeNode";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { ownerViewer } from "../../core/dialog/viewer";
import { instantText } from "../../core/base/instantText";
import { markdownText } from "../../core/base/surfaceText";
import { clip, visibleLine } from "../../core/base/visibleText";
import { treeCommandIds } from "../../ids";
import { labelOfCode } from "../../text/codeLabels";
import { substituteTitle } from "../../text/dialogIds";
import { lookOfKind } from "../../text/dialogKinds";
import { readAsLabel } from "../../text/viewers";
import { numberText } from "../../text/language";
import { rowContext } from "./rowContext";

/**
 * A dialog in the tree. What changes stands first in the description: a narrow sidebar cuts its end.
 */
export function dialogNodeItem(browser: DialogBrowser, node: DialogNode): vscode.TreeItem {
  const summary = browser.summaryOf(node);
  const title = titleOf(browser, node, summary);
  const unread = unreadText(summary);
  const kind = kindText(summary);
  const item = new vscode.TreeItem(clip(title, 200), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = [unread, node.dialogId, kind].filter(Boolean).join(" · ");
  item.iconPath = new vscode.ThemeIcon(iconOf(node, summary));
  item.contextValue = rowContext(
    "dialog",
    browser.isPinned(node) ? "pinned" : "unpinned",
    node.section === "recent" && "history",
    browser.portalOf(node.portalId)?.origin !== demoOrigin && "online",
  );
  item.command = { command: treeCommandIds.previewNode, title: "", arguments: [node] };
  const role = summary.role === "owner" ? vscode.l10n.t("you own it") : "";
  const label = [title, node.dialogId, kind, role, unread].filter(Boolean).join(", ");
  item.accessibilityInformation = { label };
  return item;
}

/** More about a dialog, for the pointer. Titles are other people's text: they are escaped. */
export function dialogTooltip(browser: DialogBrowser, node: DialogNode): vscode.MarkdownString {
  const summary = browser.summaryOf(node);
  const { role, lastActivity } = summary;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown(markdownText(titleOf(browser, node, summary))).appendMarkdown("\n\n");
  const lines = [
    `DIALOG_ID ${node.dialogId}`,
    kindText(summary),
    unreadText(summary),
    role === undefined
      ? ""
      : vscode.l10n.t("Your role: {0}", labelOfCode("role", role) ?? visibleLine(role)),
    lastActivity === undefined
      ? ""
      : vscode.l10n.t(
          "Last activity: {0}",
          instantText(visibleLine(lastActivity), vscode.env.language),
        ),
    readAsLabel(ownerViewer, browser.portalOf(node.portalId)),
  ];
  for (const line of lines.filter(Boolean)) {
    tooltip.appendMarkdown(markdownText(line)).appendMarkdown("  \n");
  }
  return tooltip;
}

function titleOf(browser: DialogBrowser, node: DialogNode, summary: DialogSummary): string {
  const ref = parseExactDialogId(node.dialogId);
  const own = visibleLine(summary.title);
  if (own !== "" || ref === undefined) return own || node.dialogId;
  const portal = browser.portalOf(node.portalId);
  const isOwn = ref.form !== "user" || String(ref.userId) === portal?.userId;
  const companion = isOwn ? "" : visibleLine(browser.nameOf(node, ref.userId) ?? "");
  return companion || substituteTitle(ref, portal);
}

function kindText({ kind }: DialogSummary): string {
  return kind === undefined ? "" : lookOfKind(kind).label;
}

export function unreadText({ unread = 0 }: Pick<DialogSummary, "unread">): string {
  return unread === 0 ? "" : vscode.l10n.t("{0} unread", numberText(unread));
}

function iconOf(node: DialogNode, { kind }: DialogSummary): string {
  if (kind !== undefined) return lookOfKind(kind).codicon;
  return /^\d/.test(node.dialogId) ? "person" : "comment-discussion";
}
