import * as vscode from "vscode";
import { commandIds, innerCommandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

export { markSteps } from "./steps";

/** The first steps, and a way to those who make this extension. */
export function registerHelp(
  services: LazyServices,
  extension: vscode.Extension<unknown>,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(innerCommandIds.openExample, async () => {
      const { openExample } = await import("./commands");
      await openExample();
    }),
    registerCommand(commandIds.reportIssue, async () => {
      const { reportIssue } = await import("./commands");
      await reportIssue(extension.packageJSON, (await services()).recentCalls);
    }),
  );
}
