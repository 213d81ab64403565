import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { OpenRows } from "../../core/sidebar/openRows";
import type {
  LoadMoreNode,
  Section,
  SectionNode,
  TreeNode,
  RangeNode,
  BotNode,
  PersonNode,
} from "../../core/sidebar/treeNode";
import { addressOf } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { treeCommandIds } from "../../ids";
import { dialogNodeItem } from "./dialogNodeItem";
import { factItem } from "./factItem";
import { noticeItem } from "./noticeItems";
import { numberText } from "../../text/language";
import { activeUri, unreadText } from "./rowBadges";
import { rowContext } from "./rowContext";
import { rangeSize } from "../../core/sidebar/ranges";
import { daysText } from "../../core/base/instantText";
import { fitTitle } from "../../core/sidebar/rowWidth";
import { personMarks } from "../../text/personMarks";

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

/** A stretch of a long list: which rows, and what may lead there without opening it. */
function rangeItem(browser: DialogBrowser, node: RangeNode): vscode.TreeItem {
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

/** A bot of the portal; below it is the private dialog with it. */
function botItem(browser: DialogBrowser, node: BotNode): vscode.TreeItem {
  const { botId, portalId } = node;
  const bot = browser.botOf(node);
  const name = visibleLine(bot?.name ?? "") || vscode.l10n.t("Bot {0}", botId);
  const isStored = browser.portalOf(portalId)?.bots?.some((stored) => stored.botId === botId);
  const mark = isStored === true ? vscode.l10n.t("token stored") : "";
  const code = visibleLine(bot?.code ?? "");
  const id = String(botId);
  const item = new vscode.TreeItem(
    fitTitle(name, id, 2, false),
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.description = lineOf([id, mark]);
  item.iconPath = new vscode.ThemeIcon(isStored === true ? "hubot" : "robot");
  item.contextValue = rowContext("bot", isStored === true && "stored");
  item.tooltip = [
    name,
    vscode.l10n.t("Bot, user {0}", botId),
    code === "" ? "" : vscode.l10n.t("Code: {0}", code),
    bot?.isOpenLine === true ? vscode.l10n.t("Answers in Open Channels") : "",
    isStored === true ? vscode.l10n.t("Its token is stored: dialogs can be read as this bot") : "",
  ]
    .filter(Boolean)
    .join("\n");
  const label = [vscode.l10n.t("{0}, bot", name), id, mark].filter(Boolean).join(", ");
  item.accessibilityInformation = { label };
  return item;
}

/** A member of a dialog. */
function personItem(browser: DialogBrowser, node: PersonNode): vscode.TreeItem {
  const { userId } = node;
  const person = browser.personOf(node);
  const name = visibleLine(person?.name ?? "") || vscode.l10n.t("User {0}", userId);
  const marks = person === undefined ? [] : personMarks(person);
  const item = new vscode.TreeItem(
    fitTitle(name, String(userId), 4, false),
    vscode.TreeItemCollapsibleState.None,
  );
  item.description = lineOf([String(userId), ...marks]);
  const codicon =
    person?.isBot === true ? "robot" : person?.isConnector === true ? "globe" : "person";
  item.iconPath = new vscode.ThemeIcon(codicon);
  item.contextValue = rowContext("person");
  item.tooltip = [name, lineOf([vscode.l10n.t("User {0}", userId), ...marks])].join("\n");
  item.accessibilityInformation = { label: [name, String(userId), ...marks].join(", ") };
  return item;
}

function lineOf(parts: readonly string[]): string {
  return parts.filter(Boolean).join(" · ");
}
