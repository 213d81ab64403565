import type * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Finding chats by what they are called. */
export function registerFind(services: LazyServices): vscode.Disposable {
  return registerCommand(commandIds.searchChats, async (argument) => {
    const { searchChats } = await import("./searchChats");
    await searchChats(await services(), argument);
  });
}
