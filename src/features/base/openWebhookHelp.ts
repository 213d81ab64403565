import * as vscode from "vscode";
import { webhookHelpUrl } from "../../ids";

export async function openWebhookHelp(): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(webhookHelpUrl(vscode.env.language)));
}
