import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { BotNode, PersonNode } from "../../core/sidebar/treeNode";
import { visibleLine } from "../../core/base/visibleText";
import { fitTitle } from "../../core/sidebar/rowWidth";
import { personMarks } from "../../text/personMarks";
import { rowContext } from "./rowContext";

/** A bot of the portal; below it is the private dialog with it. */
export function botItem(browser: DialogBrowser, node: BotNode): vscode.TreeItem {
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
export function personItem(browser: DialogBrowser, node: PersonNode): vscode.TreeItem {
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
