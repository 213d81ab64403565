import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import {
  portalIdOf,
  type ListNode,
  type Notice,
  type NoticeNode,
} from "../../core/sidebar/treeNode";
import { blockedUntilMs } from "../../core/diagnosis/blockedUntil";
import { diagnosed } from "../../core/diagnosis/diagnose";
import { timeText } from "../../core/base/instantText";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { commandIds, treeCommandIds } from "../../ids";
import { remedyAction, type CommandCall } from "../../panel/view/actions";
import { failureRow } from "../../panel/view/failureRow";
import { numberText } from "../../text/language";
import { isRowWord, rowContext } from "./rowContext";

/** What a row says. A narrow sidebar cuts its end: what a click does stands first. */
interface NoticeLook {
  readonly text: string;
  readonly detail?: string;
  /** More, for the pointer. */
  readonly more?: readonly string[];
  readonly codicon: string;
  /** What a click does, by default with the row; absent: nothing. */
  readonly command?: string | CommandCall;
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
    const { command } = look;
    const call = typeof command === "string" ? { command, arguments: [node] } : command;
    item.command = { command: call.command, title: "", arguments: [...call.arguments] };
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
          numberText(notice.loaded),
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

/** The best remedy is the click, all of them are in the menu. */
function failedLook(browser: DialogBrowser, parent: ListNode, failure: PortalFailure): NoticeLook {
  const known = diagnosed(failure);
  if (known === undefined) {
    return {
      text: remedyAction("retry", "").label,
      detail: vscode.l10n.t("Stopped"),
      codicon: "circle-slash",
      command: treeCommandIds.retryNode,
      contextValue: rowContext("retry"),
    };
  }
  const row = failureRow(known, browser.portalOf(portalIdOf(parent)));
  const endMs = blockedUntilMs(failure);
  return {
    text:
      endMs === undefined
        ? row.label
        : vscode.l10n.t("Try again from {0}", timeText(endMs, vscode.env.language)),
    detail: row.heading,
    more: row.more,
    codicon: "error",
    command: typeof row.click === "string" ? rowCommands[row.click] : row.click,
    contextValue: rowContext(...row.remedies.filter((word) => isRowWord(word))),
  };
}

/** They take the row, for it is read anew. */
const rowCommands = {
  retry: treeCommandIds.retryNode,
  replaceWebhook: treeCommandIds.replaceWebhookOfNode,
} as const;

function emptyText(parent: ListNode): string {
  if (parent.type === "members") return vscode.l10n.t("No members");
  if (parent.type === "dialog") return vscode.l10n.t("The portal returns nothing more");
  if (parent.section === "bots") return vscode.l10n.t("No bots");
  return parent.section === "lines"
    ? vscode.l10n.t("No Open Channel dialogs")
    : vscode.l10n.t("No chats");
}

function scopeText(parent: ListNode, scope: string): string {
  if (parent.type === "dialog") return vscode.l10n.t("Grant “{0}” to see facts", scope);
  if (parent.type === "members") return vscode.l10n.t("Grant “{0}” to list members", scope);
  return parent.section === "bots"
    ? vscode.l10n.t("Grant “{0}” to list bots", scope)
    : vscode.l10n.t("Grant “{0}” to list chats", scope);
}
