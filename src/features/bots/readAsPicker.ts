import * as vscode from "vscode";
import { isSameViewer, ownerViewer, type ReadAs } from "../../core/dialog/viewer";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { commandIds } from "../../ids";
import { plainItem } from "../base/plainLabel";
import { botName } from "../../text/viewers";

interface ViewerItem extends vscode.QuickPickItem {
  /** Absent: a bot's token is to be added first. */
  readonly as?: ReadAs;
}

/** Asks with whose eyes a dialog is to be read; a bot can be added on the way. */
export async function pickReadAs(
  portal: PortalRecord,
  current: ReadAs,
): Promise<ReadAs | undefined> {
  const picked = await vscode.window.showQuickPick(viewerItems(portal, current).map(plainItem), {
    title: vscode.l10n.t("Read the dialog as"),
    placeHolder: vscode.l10n.t("The portal shows each reader only what that reader may see"),
    matchOnDescription: true,
  });
  if (picked === undefined || picked.as !== undefined) return picked?.as;
  const added: unknown = await vscode.commands.executeCommand(commandIds.addBot, {
    portalId: portal.id,
  });
  return typeof added === "number" ? { kind: "both", botId: added } : undefined;
}

function viewerItems(portal: PortalRecord, current: ReadAs): readonly ViewerItem[] {
  const { bots = [], userId } = portal;
  const item = (label: string, description: string, codicon: string, as: ReadAs): ViewerItem => ({
    label,
    description: isSameViewer(as, current)
      ? `${description} · ${vscode.l10n.t("now")}`
      : description,
    iconPath: new vscode.ThemeIcon(codicon),
    as,
  });
  const owner = vscode.l10n.t("User {0}, owner of the webhook", userId);
  return [
    item(owner, "imbot.dialog.get", "account", ownerViewer),
    ...bots.flatMap(({ botId }) => {
      const name = botName(portal, botId);
      return [
        item(vscode.l10n.t("Bot {0}", name), "imbot.v2.Chat.get", "robot", { kind: "bot", botId }),
        item(
          vscode.l10n.t("User {0} and bot {1}, side by side", userId, name),
          vscode.l10n.t("what differs is marked"),
          "split-horizontal",
          { kind: "both", botId },
        ),
      ];
    }),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t("Add a bot token…"),
      description: vscode.l10n.t("to see what one of your bots sees"),
      iconPath: new vscode.ThemeIcon("add"),
    },
  ];
}
