import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { accessPanelType, commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Check Access: what a portal's webhook may do. */
export function registerChecks(services: LazyServices): vscode.Disposable {
  const panels = once(async () => {
    const { ReportPanels } = await import("./reportPanels");
    const shared = await services();
    return shared.own(new ReportPanels(shared));
  });
  return vscode.Disposable.from(
    registerCommand(commandIds.checkAccess, async (argument) => {
      const { checkAccess } = await import("./checkAccess");
      await checkAccess(await services(), await panels(), argument);
    }),
    vscode.window.registerWebviewPanelSerializer(accessPanelType, {
      deserializeWebviewPanel: async (panel, state) => (await panels()).restore(panel, state),
    }),
  );
}
