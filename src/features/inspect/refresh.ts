import * as vscode from "vscode";
import { commandIds } from "../../ids";

export interface RefreshablePanels {
  readonly active: { readonly session: { read(): Promise<void> } } | undefined;
}

/** Reads anew what the panel in front shows. */
export function registerRefresh(...kinds: readonly RefreshablePanels[]): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.refresh, async () => {
    await kinds.find(({ active }) => active !== undefined)?.active?.session.read();
  });
}
