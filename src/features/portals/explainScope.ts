import * as vscode from "vscode";
import { showInformationMessage } from "../base/messages";
import { commandIds } from "../../ids";
import { openWebhookHelp } from "../base/openWebhookHelp";

/** Says how a scope is granted, with the ways there. */
export async function explainScope(portalId: string): Promise<void> {
  const check = { title: vscode.l10n.t("Check Access") };
  const replace = { title: vscode.l10n.t("Replace Webhook") };
  const help = { title: vscode.l10n.t("How to Create a Webhook") };
  const chosen = await showInformationMessage(
    vscode.l10n.t("The webhook may not list this"),
    {
      modal: true,
      detail: vscode.l10n.t(
        "In the portal open Applications > Developer resources > Other > Incoming webhook, choose the webhook, and grant “im” (Chat and notifications) for chats, people and search, “imbot” (Create and manage chat bots) for bots. Then refresh the portal here: its permissions are requested again. Only if the webhook's address changed, replace it.",
      ),
    },
    check,
    replace,
    help,
  );
  if (chosen === check) {
    await vscode.commands.executeCommand(commandIds.checkAccess, { portalId });
  } else if (chosen === replace) {
    await vscode.commands.executeCommand(commandIds.replaceWebhook, { portalId });
  } else if (chosen === help) {
    await openWebhookHelp();
  }
}
