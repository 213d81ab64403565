import type * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** The log: a line for each call, without its address. */
export function registerLog(services: LazyServices): vscode.Disposable {
  return registerCommand(commandIds.showLog, async () => {
    (await services()).log.show();
  });
}
