import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { commandIds, dialogPanelType, rowCommandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Inspect Dialog: from an id to a panel. */
export function registerInspect(services: LazyServices): vscode.Disposable {
  const panels = once(async () => {
    const { DialogPanels } = await import("./dialogPanels");
    const shared = await services();
    return shared.own(new DialogPanels(shared));
  });
  return vscode.Disposable.from(
    registerCommand(commandIds.inspectDialog, async (argument) => {
      const { inspectDialog } = await import("./inspectDialog");
      await inspectDialog(await services(), await panels(), argument);
    }),
    registerCommand(commandIds.refresh, async () => {
      await (await services()).openPanels.refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(dialogPanelType, {
      deserializeWebviewPanel: async (panel, state) => (await panels()).restore(panel, state),
    }),
    ...Object.values(rowCommandIds).map((id) =>
      registerCommand(id, async (row) => {
        const { runRowCommand } = await import("./rowMenu");
        await runRowCommand(id, (await services()).openPanels, row);
      }),
    ),
  );
}
