import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import {
  portalIdOf,
  type ListNode,
  type Notice,
  type NoticeNode,
} from "../../core/sidebar/treeNode";
import { blockedUntilMs } from "../../core/diagnosis/blockedUntil";
import { diagnose, type Remedy } from "../../core/diagnosis/diagnose";
import { timeText } from "../../core/base/instantText";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { commandIds, treeCommandIds } from "../../ids";
import { remedyAction } from "../../panel/view/actions";
import { rowContext, type RowRemedy } from "./rowContext";
import { describeActor } from "../../text/actors";
import { explain } from "../../text/explanation";

/** What a row says. A narrow sidebar cuts its end: what a click does stands first. */
interface NoticeLook {
  readonly text: string;
  readonly detail?: string;
  /** More, for the pointer. */
  readonly more?: readonly string[];
  readonly codicon: string;
  /** What a click does; absent: nothing. */
  readonly command?: string;
  readonly contextValue?: string;
}

/** A line that stands where dialogs would be, and says why they are not there. */
export function noticeItem(browser: DialogBrowser, node: NoticeNode): vscode.TreeItem {
  const { text, detail, more = [], ...look } = lookOf(browser, node.parent, browser.noticeOf(node));
  const item = new vscode.TreeItem(text, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(look.codicon);
  if (look.contextValue !== undefined) item.contextValue = look.contextValue;
  if (detail !== undefined) {
    item.description = detail;
    item.tooltip = [detail, ...more, text].join("\n");
  }
  if (look.command !== undefined) {
    item.command = { command: look.command, title: "", arguments: [node] };
  }
  item.accessibilityInformation = { label: [text, detail].filter(Boolean).join(", ") };
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
        text: vscode.l10n.t("Clear the filter"),
        detail: vscode.l10n.t(
          "No match for “{0}” among {1}",
          browser.filter,
          notice.loaded.toLocaleString(vscode.env.language),
        ),
        codicon: "filter",
        command: commandIds.clearFilter,
      };
    case "scopeMissing":
      return {
        text: scopeText(parent, notice.scope),
        detail: vscode.l10n.t("The webhook lacks this permission"),
        codicon: "lock",
        command: treeCommandIds.explainScope,
        contextValue: rowContext("retry", "checkAccess"),
      };
    case "webhookNeeded":
      return {
        text: vscode.l10n.t("Paste the webhook again"),
        // A tab reads the keyring of the browser once, when it is loaded.
        detail:
          vscode.env.uiKind === vscode.UIKind.Web
            ? vscode.l10n.t("It is not in the keyring; if another tab has it, reload this one")
            : vscode.l10n.t("It is not in the keyring"),
        codicon: "key",
        command: treeCommandIds.replaceWebhookOfNode,
      };
    case "inspectFirst":
      return {
        text: vscode.l10n.t("Inspect it to read it"),
        detail: vscode.l10n.t("Reading it may create the chat"),
        codicon: "eye",
        command: treeCommandIds.inspectNode,
      };
    case "failed":
      return failedLook(browser, parent, notice.failure);
  }
}

/** What of a diagnosis's remedies the tree can do; others need a dialog's panel. */
const remedyCommands: Readonly<Record<RowRemedy, string>> = {
  retry: treeCommandIds.retryNode,
  replaceWebhook: treeCommandIds.replaceWebhookOfNode,
  checkAccess: treeCommandIds.checkAccessOfNode,
  openWebhookHelp: treeCommandIds.openWebhookHelp,
  showLog: commandIds.showLog,
};

function isRowRemedy(remedy: Remedy): remedy is RowRemedy {
  return Object.hasOwn(remedyCommands, remedy);
}

/** The best remedy is the click, all of them are in the menu. */
function failedLook(browser: DialogBrowser, parent: ListNode, failure: PortalFailure): NoticeLook {
  const { error, exchange } = failure;
  if (error.kind === "cancelled") {
    return {
      text: remedyAction("retry", "").label,
      detail: vscode.l10n.t("Stopped"),
      codicon: "circle-slash",
      command: treeCommandIds.retryNode,
      contextValue: rowContext("retry"),
    };
  }
  const diagnosis = diagnose(error, undefined, exchange?.method);
  const possible = diagnosis.remedies.filter(isRowRemedy);
  const [best = "retry"] = possible;
  const { userId = "", scopes } = browser.portalOf(portalIdOf(parent)) ?? {};
  const { heading, paragraphs, steps } = explain({
    failure: { error, exchange, diagnosis },
    userId,
    scopes,
  });
  const endMs = blockedUntilMs(failure);
  return {
    text:
      endMs === undefined
        ? remedyAction(best, "").label
        : vscode.l10n.t("Try again from {0}", timeText(endMs, vscode.env.language)),
    detail: heading,
    more: [...paragraphs, describeActor(diagnosis.actor, userId), ...steps],
    codicon: "error",
    command: remedyCommands[best],
    // Trying again is always possible, though it may not help.
    contextValue: rowContext(...new Set<RowRemedy>([...possible, "retry"])),
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
  if (parent.type === "dialog") return vscode.l10n.t("Grant “{0}” to see facts", scope);
  if (parent.type === "members") return vscode.l10n.t("Grant “{0}” to list members", scope);
  return parent.section === "bots"
    ? vscode.l10n.t("Grant “{0}” to list bots", scope)
    : vscode.l10n.t("Grant “{0}” to list chats", scope);
}
