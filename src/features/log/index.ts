import * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import { showWarningMessage } from "../base/messages";

/** The log: a line for each call, without its address. */
export function registerLog(services: LazyServices): vscode.Disposable {
  return registerCommand(commandIds.showLog, async () => {
    (await services()).log.show();
    const { logLevel } = vscode.env;
    if (logLevel === vscode.LogLevel.Debug || logLevel === vscode.LogLevel.Trace)
      await warnOfAddresses(vscode.LogLevel[logLevel]);
  });
}

/** This log has no address, but VS Code writes its own on such days. */
async function warnOfAddresses(level: string): Promise<void> {
  const change = vscode.l10n.t("Set Log Level");
  const choice = await showWarningMessage(
    vscode.l10n.t(
      "VS Code's log level is {0}: its own logs may hold the addresses of calls, and with them the webhook, on disk. Set it back to Info, and delete those logs before you pass any on.",
      level,
    ),
    change,
  );
  if (choice === change) await vscode.commands.executeCommand("workbench.action.setLogLevel");
}
