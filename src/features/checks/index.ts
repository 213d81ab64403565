import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { accessPanelType, commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Check Access: what a portal's webhook may do. */
export function registerChecks(services: LazyServices): vscode.Disposable {
  const access = once(async () => {
    const { accessPanels } = await import("./checkAccess");
    const shared = await services();
    return shared.own(accessPanels(shared));
  });
  return vscode.Disposable.from(
    registerCommand(commandIds.checkAccess, async (argument) => {
      const { checkAccess } = await import("./checkAccess");
      await checkAccess(await services(), await access(), argument);
    }),
    vscode.window.registerWebviewPanelSerializer(accessPanelType, {
      deserializeWebviewPanel: async (panel, state) => (await access()).restore(panel, state),
    }),
  );
}
