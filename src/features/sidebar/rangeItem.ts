import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import { rangeSize } from "../../core/sidebar/ranges";
import type { RangeNode } from "../../core/sidebar/treeNode";
import { daysText } from "../../core/base/instantText";
import { unreadText } from "./rowBadges";
import { numberText } from "../../text/language";
import { rowContext } from "./rowContext";

/** A stretch of a long list: which rows, and what may lead there without opening it. */
export function rangeItem(browser: DialogBrowser, node: RangeNode): vscode.TreeItem {
  const { language } = vscode.env;
  const first = numberText(node.first);
  const last = numberText(node.first + rangeSize - 1);
  const label = vscode.l10n.t("{0} to {1}", first, last);
  const summary = browser.rangeSummaryOf(node);
  const { lastActivity } = summary;
  const days =
    lastActivity === undefined
      ? ""
      : daysText(lastActivity.oldestMs, lastActivity.newestMs, language);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = [unreadText(summary), days].filter(Boolean).join(" · ");
  if (days !== "") item.tooltip = vscode.l10n.t("Last activity: {0}", days);
  item.iconPath = new vscode.ThemeIcon("layers");
  const { parent } = node;
  const isOfDialogs = parent.type === "section" && parent.section !== "bots";
  item.contextValue = rowContext("range", isOfDialogs && "dialogs");
  item.accessibilityInformation = { label: [label, item.description].filter(Boolean).join(", ") };
  return item;
}
