import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/browse/dialogBrowser";
import type { ListNode, Notice, NoticeNode } from "../../core/browse/treeNode";
import { diagnose } from "../../core/diagnosis/diagnose";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { treeCommandIds } from "../ids";
import { describeActor } from "../sentences/actors";
import { explain } from "../sentences/explanation";

interface NoticeLook {
  readonly text: string;
  readonly detail?: string;
  /** More for those who look closer. */
  readonly tooltip?: string;
  readonly codicon: string;
  /** What a click does; absent: nothing. */
  readonly command?: string;
  readonly contextValue?: string;
}

/** A line that stands where dialogs would be, and says why they are not there. */
export function noticeItem(browser: DialogBrowser, node: NoticeNode): vscode.TreeItem {
  const look = lookOf(browser, node.parent, browser.noticeOf(node));
  const item = new vscode.TreeItem(look.text, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(look.codicon);
  item.contextValue = look.contextValue ?? "notice";
  if (look.detail !== undefined) {
    item.description = look.detail;
    item.tooltip = [look.text, look.detail, look.tooltip].filter(Boolean).join("\n");
  }
  if (look.command !== undefined) {
    item.command = { command: look.command, title: "", arguments: [node] };
  }
  item.accessibilityInformation = { label: [look.text, look.detail].filter(Boolean).join(", ") };
  return item;
}

function lookOf(browser: DialogBrowser, parent: ListNode, notice: Notice): NoticeLook {
  switch (notice.kind) {
    case "loading":
      return { text: vscode.l10n.t("Loading…"), codicon: "loading~spin" };
    case "empty":
      return { text: emptyText(parent), codicon: "info" };
    case "nothingMatches":
      return {
        text: vscode.l10n.t("Nothing matches “{0}”", browser.filter),
        detail: vscode.l10n.t("{0} loaded", notice.loaded.toLocaleString(vscode.env.language)),
        codicon: "filter",
        command: treeCommandIds.clearFilter,
      };
    case "scopeMissing":
      return {
        text: scopeText(parent, notice.scope),
        detail: vscode.l10n.t("Click to see how to grant it"),
        codicon: "lock",
        command: treeCommandIds.explainScope,
        contextValue: "scopeMissing",
      };
    case "webhookNeeded":
      return {
        text: vscode.l10n.t("Webhook needed"),
        // A tab reads the keyring of the browser once, when it is loaded.
        detail:
          vscode.env.uiKind === vscode.UIKind.Web
            ? vscode.l10n.t("Click to paste it again, or reload if another tab has it")
            : vscode.l10n.t("Click to paste it again"),
        codicon: "key",
        command: treeCommandIds.replaceWebhookOfNode,
      };
    case "inspectFirst":
      return {
        text: vscode.l10n.t("Reading it may create the chat"),
        detail: vscode.l10n.t("Click to inspect it"),
        codicon: "eye",
        command: treeCommandIds.inspectNode,
      };
    case "failed":
      return failedLook(browser, parent, notice.failure);
  }
}

function failedLook(browser: DialogBrowser, parent: ListNode, failure: PortalFailure): NoticeLook {
  const retry = { codicon: "error", command: treeCommandIds.retryNode, contextValue: "failed" };
  const { error, exchange } = failure;
  if (error.kind === "cancelled")
    return { text: vscode.l10n.t("Stopped. Click to try again"), ...retry };
  const portalId = parent.type === "members" ? parent.dialog.portalId : parent.portalId;
  const diagnosis = diagnose(error, undefined, exchange?.method);
  const userId = browser.portalOf(portalId)?.userId ?? "";
  const { heading, paragraphs } = explain({ failure: { error, exchange, diagnosis }, userId });
  return {
    text: vscode.l10n.t("{0}. Click to try again", heading),
    detail: paragraphs[0] ?? "",
    tooltip: describeActor(diagnosis.actor, userId),
    ...retry,
  };
}

function emptyText(parent: ListNode): string {
  if (parent.type === "members") return vscode.l10n.t("No members");
  if (parent.type === "dialog") return vscode.l10n.t("The portal tells nothing more");
  switch (parent.section) {
    case "pinned":
      return vscode.l10n.t("Pin a dialog to keep it here");
    case "recent":
      return vscode.l10n.t("Nothing inspected yet");
    case "chats":
      return vscode.l10n.t("No chats");
    case "lines":
      return vscode.l10n.t("No Open Channel dialogs");
    case "bots":
      return vscode.l10n.t("No bots");
  }
}

function scopeText(parent: ListNode, scope: string): string {
  if (parent.type === "members" || parent.type === "dialog") {
    return vscode.l10n.t("Scope “{0}” is not granted: members cannot be listed", scope);
  }
  return parent.section === "bots"
    ? vscode.l10n.t("Scope “{0}” is not granted: bots cannot be listed", scope)
    : vscode.l10n.t("Scope “{0}” is not granted: chats cannot be listed", scope);
}
