import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/browse/dialogBrowser";
import type { DialogSummary } from "../../core/browse/dialogSummary";
import type { Person } from "../../core/browse/person";
import type { DialogNode, Section, TreeNode } from "../../core/browse/treeNode";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { ownersEyes } from "../../core/dialog/eyes";
import { hostOf } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/visibleText";
import { treeCommandIds } from "../ids";
import { labelOfField } from "../panel/fieldLabels";
import { substituteTitle } from "../sentences/dialogIds";
import { lookOfKind } from "../sentences/dialogKinds";
import { readAsLabel } from "../sentences/eyes";
import { personMarks } from "../sentences/personMarks";
import { noticeItem } from "./noticeItems";
import { factText } from "./factText";

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
      return dialogItem(browser, node);
    case "bot": {
      const bot = browser.botOf(node);
      const name = visibleLine(bot?.name ?? "") || vscode.l10n.t("Bot {0}", node.botId);
      const item = new vscode.TreeItem(clip(name, 200), Collapsed);
      const isStored = browser
        .portalOf(node.portalId)
        ?.bots?.some(({ botId }) => botId === node.botId);
      const mark = isStored === true ? vscode.l10n.t("token stored") : "";
      item.description = [visibleLine(bot?.code ?? ""), String(node.botId), mark]
        .filter(Boolean)
        .join(" · ");
      item.iconPath = new vscode.ThemeIcon("robot");
      item.contextValue = isStored === true ? "bot stored" : "bot";
      const label = [vscode.l10n.t("{0}, bot", name), mark].filter(Boolean).join(", ");
      item.accessibilityInformation = { label };
      return item;
    }
    case "fact": {
      const field = browser.factOf(node);
      const label = labelOfField(node.path);
      const item = new vscode.TreeItem(label, None);
      item.description = field === undefined ? "" : factText(field);
      item.accessibilityInformation = { label: `${label}: ${item.description}` };
      item.contextValue = "fact";
      return item;
    }
    case "members": {
      const item = new vscode.TreeItem(vscode.l10n.t("Members"), Collapsed);
      item.iconPath = new vscode.ThemeIcon("organization");
      item.contextValue = "members";
      item.accessibilityInformation = { label: vscode.l10n.t("Members") };
      return item;
    }
    case "person":
      return personItem(browser.personOf(node), node.userId);
    case "loadMore": {
      const loaded = browser.loadedOf(node.parent).toLocaleString(vscode.env.language);
      const item = new vscode.TreeItem(vscode.l10n.t("Load more"), None);
      item.description = vscode.l10n.t("{0} so far", loaded);
      item.iconPath = new vscode.ThemeIcon("ellipsis");
      item.contextValue = "loadMore";
      item.command = { command: treeCommandIds.loadMore, title: "", arguments: [node] };
      item.accessibilityInformation = {
        label: vscode.l10n.t("Load more, {0} so far", loaded),
        role: "button",
      };
      return item;
    }
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
  item.description = isActive ? `${user} · ${vscode.l10n.t("active")}` : user;
  item.iconPath = new vscode.ThemeIcon(isActive ? "plug" : "debug-disconnect");
  item.contextValue = isActive ? "portal active" : "portal";
  item.tooltip = portal === undefined ? "" : `${name}\n${hostOf(portal)}, ${user}`;
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
  item.contextValue = `section ${section}`;
  item.accessibilityInformation = { label };
  return item;
}

function dialogItem(browser: DialogBrowser, node: DialogNode): vscode.TreeItem {
  const summary = browser.summaryOf(node);
  const title = titleOf(browser, node, summary);
  const item = new vscode.TreeItem(clip(title, 200), Collapsed);
  const facts = factsOf(summary);
  item.description = [node.dialogId, ...facts].join(" · ");
  item.iconPath = new vscode.ThemeIcon(iconOf(node, summary));
  item.contextValue = [
    "dialog",
    ...(browser.isPinned(node) ? ["pinned"] : ["unpinned"]),
    ...(node.section === "recent" ? ["history"] : []),
  ].join(" ");
  item.command = { command: treeCommandIds.previewNode, title: "", arguments: [node] };
  item.accessibilityInformation = { label: [title, node.dialogId, ...facts].join(", ") };
  return item;
}

function titleOf(browser: DialogBrowser, node: DialogNode, summary: DialogSummary): string {
  const ref = parseExactDialogId(node.dialogId);
  const own = visibleLine(summary.title);
  if (own !== "" || ref === undefined) return own || node.dialogId;
  return substituteTitle(ref, browser.portalOf(node.portalId));
}

/** Kind, role and unread, as far as they are known. */
function factsOf({ kind, role, unread }: DialogSummary): readonly string[] {
  return [
    kind === undefined ? "" : lookOfKind(kind).label,
    role === "owner" ? vscode.l10n.t("you own it") : "",
    unread === undefined || unread === 0 ? "" : vscode.l10n.t("{0} unread", unread),
  ].filter(Boolean);
}

function iconOf(node: DialogNode, { kind }: DialogSummary): string {
  if (kind !== undefined) return lookOfKind(kind).codicon;
  return /^\d/.test(node.dialogId) ? "person" : "comment-discussion";
}

function personItem(person: Person | undefined, userId: number): vscode.TreeItem {
  const name = visibleLine(person?.name ?? "") || vscode.l10n.t("User {0}", userId);
  const item = new vscode.TreeItem(clip(name, 200), None);
  const marks = person === undefined ? [] : personMarks(person);
  item.description = [String(userId), ...marks].join(" · ");
  const codicon =
    person?.isBot === true ? "robot" : person?.isConnector === true ? "globe" : "person";
  item.iconPath = new vscode.ThemeIcon(codicon);
  item.contextValue = "person";
  item.accessibilityInformation = { label: [name, ...marks].join(", ") };
  return item;
}

/** More about a dialog, for the pointer. Titles are other people's text: they are escaped. */
export function treeTooltip(
  browser: DialogBrowser,
  node: TreeNode,
): vscode.MarkdownString | undefined {
  if (node.type !== "dialog") return undefined;
  const summary = browser.summaryOf(node);
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(titleOf(browser, node, summary)).appendMarkdown("\n\n");
  const lines = [
    `DIALOG_ID ${node.dialogId}`,
    ...factsOf(summary),
    summary.role === undefined ? "" : vscode.l10n.t("Your role: {0}", visibleLine(summary.role)),
    summary.lastActivity === undefined
      ? ""
      : vscode.l10n.t("Last activity: {0}", visibleLine(summary.lastActivity)),
    readAsLabel(ownersEyes, browser.portalOf(node.portalId)),
  ];
  for (const line of lines.filter(Boolean)) tooltip.appendText(line).appendMarkdown("  \n");
  return tooltip;
}
