import * as vscode from "vscode";
import { demoOrigin } from "../../core/portal/demoAddress";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { DialogSummary } from "../../core/dialog/dialogSummary";
import { fitTitle } from "../../core/sidebar/rowWidth";
import type { DialogNode } from "../../core/sidebar/treeNode";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { ownerViewer } from "../../core/dialog/viewer";
import { instantText } from "../../core/base/instantText";
import { markdownText } from "../../core/base/surfaceText";
import { visibleLine } from "../../core/base/visibleText";
import { treeCommandIds } from "../../ids";
import { labelOfCode } from "../../text/codeLabels";
import { substituteTitle } from "../../text/dialogIds";
import { lookOfKind } from "../../text/dialogKinds";
import { readAsLabel } from "../../text/viewers";
import { unreadText, unreadUri } from "./rowBadges";
import { rowContext } from "./rowContext";

/** A dialog in the tree: its id is what one looks for, and is not cut in a narrow sidebar. */
export function dialogNodeItem(browser: DialogBrowser, node: DialogNode): vscode.TreeItem {
  const { dialogId } = node;
  const summary = browser.summaryOf(node);
  const { unread = 0 } = summary;
  const title = titleOf(browser, node, summary);
  const depth = node.section === "bots" || browser.parent(node)?.type === "range" ? 3 : 2;
  const label = title === dialogId ? title : fitTitle(title, dialogId, depth, unread > 0);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  if (title !== dialogId) item.description = dialogId;
  item.iconPath = new vscode.ThemeIcon(iconOf(browser, node, summary));
  if (unread > 0) item.resourceUri = unreadUri(node.id, unread);
  item.contextValue = rowContext(
    "dialog",
    browser.isPinned(node) ? "pinned" : "unpinned",
    node.section === "recent" && "history",
    browser.portalOf(node.portalId)?.origin !== demoOrigin && "online",
  );
  item.command = { command: treeCommandIds.previewNode, title: "", arguments: [node] };
  const role = summary.role === "owner" ? vscode.l10n.t("you own it") : "";
  const spoken = [
    title,
    dialogId,
    kindText(summary),
    refusalText(browser, node),
    role,
    unreadText(summary),
  ];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(", ") };
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
    refusalText(browser, node),
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

function refusalText(browser: DialogBrowser, node: DialogNode): string {
  return browser.isRefused(node)
    ? vscode.l10n.t("The portal did not let it be read the last time")
    : "";
}

function iconOf(browser: DialogBrowser, node: DialogNode, { kind }: DialogSummary): string {
  if (node.section === "recent" && browser.isRefused(node)) return "lock";
  if (kind !== undefined) return lookOfKind(kind).codicon;
  return /^\d/.test(node.dialogId) ? "person" : "comment-discussion";
}
