import * as vscode from "vscode";
import { commandIds } from "../ids";

export interface RefreshablePanels {
  readonly active: { readonly session: { read(): Promise<void> } } | undefined;
}

/** Reads the dialog in front anew. */
export function registerRefresh(panels: RefreshablePanels): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.refresh, async () => {
    await panels.active?.session.read();
  });
}
