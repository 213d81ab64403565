import type * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Copy as Code: the same call for other clients. */
export function registerSnippets(services: LazyServices): vscode.Disposable {
  return registerCommand(commandIds.copyAsCode, async (argument) => {
    const { copyAsCode } = await import("./copyAsCode");
    await copyAsCode(await services(), argument);
  });
}
