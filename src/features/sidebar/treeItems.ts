import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { OpenRows } from "../../core/sidebar/openRows";
import type { LoadMoreNode, Section, SectionNode, TreeNode } from "../../core/sidebar/treeNode";
import { addressOf } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { treeCommandIds } from "../../ids";
import { dialogNodeItem } from "./dialogNodeItem";
import { factItem } from "./factItem";
import { noticeItem } from "./noticeItems";
import { botItem, personItem } from "./personItems";
import { numberText } from "../../text/language";
import { activeUri } from "./rowBadges";
import { rowContext } from "./rowContext";
import { rangeItem } from "./rangeItem";

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** What is drawn, and which rows stand open. */
export interface TreeLook {
  readonly browser: DialogBrowser;
  readonly rows: OpenRows;
}

/** What a node looks like now. */
export function treeItem({ browser, rows }: TreeLook, node: TreeNode): vscode.TreeItem {
  const item = draw(browser, node);
  item.id = rows.idOf(node);
  if (item.collapsibleState !== None) {
    item.collapsibleState = rows.isOpen(node) ? Expanded : Collapsed;
  }
  return item;
}

function draw(browser: DialogBrowser, node: TreeNode): vscode.TreeItem {
  switch (node.type) {
    case "portal":
      return portalItem(browser, node.portalId);
    case "section":
      return sectionItem(browser, node);
    case "dialog":
      return dialogNodeItem(browser, node);
    case "bot":
      return botItem(browser, node);
    case "fact":
      return factItem(browser, node);
    case "members": {
      const item = new vscode.TreeItem(vscode.l10n.t("Members"), Collapsed);
      item.iconPath = new vscode.ThemeIcon("organization");
      item.contextValue = rowContext("members");
      item.accessibilityInformation = { label: vscode.l10n.t("Members") };
      return item;
    }
    case "person":
      return personItem(browser, node);
    case "range":
      return rangeItem(browser, node);
    case "loadMore":
      return loadMoreItem(browser, node);
    case "notice":
      return noticeItem(browser, node);
  }
}

function portalItem(browser: DialogBrowser, portalId: string): vscode.TreeItem {
  const portal = browser.portalOf(portalId);
  const isActive = browser.isActive(portalId);
  const name = visibleLine(portal?.name ?? "");
  const user = vscode.l10n.t("user {0}", portal?.userId ?? "");
  const item = new vscode.TreeItem(clip(name, 100), Collapsed);
  // Which one is active says the badge: a long name cuts what stands here.
  item.description = user;
  item.iconPath = isActive
    ? new vscode.ThemeIcon("plug", new vscode.ThemeColor("charts.green"))
    : new vscode.ThemeIcon("plug");
  if (isActive) item.resourceUri = activeUri(portalId);
  item.contextValue = rowContext(
    "portal",
    isActive && "active",
    portal?.readsWithoutAsking === true && "unasked",
  );
  const whose = isActive ? `${vscode.l10n.t("active")}, ${user}` : user;
  item.tooltip = portal === undefined ? "" : `${name}\n${addressOf(portal)}, ${whose}`;
  item.accessibilityInformation = { label: vscode.l10n.t("Portal {0}, {1}", name, whose) };
  return item;
}

function sectionItem(browser: DialogBrowser, node: SectionNode): vscode.TreeItem {
  const { section } = node;
  const looks: Readonly<Record<Section, readonly [string, string]>> = {
    pinned: [vscode.l10n.t("Pinned"), "pinned"],
    recent: [vscode.l10n.t("Recently inspected"), "history"],
    chats: [vscode.l10n.t("Chats"), "comment-discussion"],
    lines: [vscode.l10n.t("Open Channels"), "inbox"],
    bots: [vscode.l10n.t("Bots"), "robot"],
  };
  const [label, codicon] = looks[section];
  const item = new vscode.TreeItem(label, Collapsed);
  const count = browser.countOf(node);
  if (count !== undefined) item.description = countText(count.found, count.of);
  item.iconPath = new vscode.ThemeIcon(codicon);
  // Pins and history are lists of the user's own: nothing is refreshed there.
  if (section !== "pinned" && section !== "recent") item.contextValue = rowContext(section);
  item.accessibilityInformation = {
    label: [label, item.description].filter(Boolean).join(", "),
  };
  return item;
}

function countText(found: number, of: number): string {
  return vscode.l10n.t("{0} of {1}", numberText(found), numberText(of));
}

function loadMoreItem(browser: DialogBrowser, node: LoadMoreNode): vscode.TreeItem {
  const { shown, read } = browser.loadedOf(node.parent);
  const isLoading = browser.isLoadingMore(node.parent);
  const label = isLoading ? vscode.l10n.t("Loading…") : vscode.l10n.t("Load more");
  const item = new vscode.TreeItem(label, None);
  item.description =
    shown === read
      ? vscode.l10n.t("{0} loaded", numberText(read))
      : vscode.l10n.t("{0} looked through", countText(shown, read));
  item.iconPath = new vscode.ThemeIcon(isLoading ? "loading~spin" : "ellipsis");
  item.command = { command: treeCommandIds.loadMore, title: "", arguments: [node] };
  item.accessibilityInformation = { label: `${label}, ${item.description}`, role: "button" };
  return item;
}
