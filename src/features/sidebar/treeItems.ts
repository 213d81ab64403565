import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { LoadMoreNode, Section, TreeNode } from "../../core/sidebar/treeNode";
import { addressOf } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { treeCommandIds } from "../../ids";
import { dialogNodeItem } from "./dialogNodeItem";
import { factItem } from "./factItem";
import { noticeItem } from "./noticeItems";
import { botItem, personItem } from "./personItems";
import { numberText } from "../../text/language";
import { rowContext } from "./rowContext";
import { rangeItem } from "./rangeItem";

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** What a node looks like now. */
export function treeItem(browser: DialogBrowser, node: TreeNode): vscode.TreeItem {
  const item = draw(browser, node);
  item.id = node.id;
  return item;
}

function draw(browser: DialogBrowser, node: TreeNode): vscode.TreeItem {
  switch (node.type) {
    case "portal":
      return portalItem(browser, node.portalId);
    case "section":
      return sectionItem(node.section);
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
  const item = new vscode.TreeItem(clip(name, 100), isActive ? Expanded : Collapsed);
  const user = vscode.l10n.t("user {0}", portal?.userId ?? "");
  item.description = isActive ? `${vscode.l10n.t("active")} · ${user}` : user;
  item.iconPath = new vscode.ThemeIcon(isActive ? "plug" : "debug-disconnect");
  item.contextValue = rowContext(
    "portal",
    isActive && "active",
    portal?.readsWithoutAsking === true && "unasked",
  );
  item.tooltip = portal === undefined ? "" : `${name}\n${addressOf(portal)}, ${user}`;
  item.accessibilityInformation = {
    label: vscode.l10n.t("Portal {0}, {1}", name, item.description),
  };
  return item;
}

function sectionItem(section: Section): vscode.TreeItem {
  const looks: Readonly<Record<Section, readonly [string, string]>> = {
    pinned: [vscode.l10n.t("Pinned"), "pinned"],
    recent: [vscode.l10n.t("Recently inspected"), "history"],
    chats: [vscode.l10n.t("Chats"), "comment-discussion"],
    lines: [vscode.l10n.t("Open Channels"), "inbox"],
    bots: [vscode.l10n.t("Bots"), "robot"],
  };
  const [label, codicon] = looks[section];
  const item = new vscode.TreeItem(label, section === "pinned" ? Expanded : Collapsed);
  item.iconPath = new vscode.ThemeIcon(codicon);
  // Pins and history are lists of the user's own: nothing is refreshed there.
  if (section !== "pinned" && section !== "recent") item.contextValue = rowContext(section);
  item.accessibilityInformation = { label };
  return item;
}

function loadMoreItem(browser: DialogBrowser, node: LoadMoreNode): vscode.TreeItem {
  const count = numberText(browser.loadedOf(node.parent));
  const isLoading = browser.isLoadingMore(node.parent);
  const label = isLoading ? vscode.l10n.t("Loading…") : vscode.l10n.t("Load more");
  const item = new vscode.TreeItem(label, None);
  item.description = vscode.l10n.t("{0} loaded", count);
  item.iconPath = new vscode.ThemeIcon(isLoading ? "loading~spin" : "ellipsis");
  item.command = { command: treeCommandIds.loadMore, title: "", arguments: [node] };
  item.accessibilityInformation = { label: `${label}, ${item.description}`, role: "button" };
  return item;
}
