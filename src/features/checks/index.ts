import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { accessPanelType, commandIds, eventsPanelType } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";

/** Check Access: what a portal's webhook may do. Check Events: how a bot gets its events. */
export function registerChecks(services: LazyServices): vscode.Disposable {
  const access = once(async () => {
    const { accessPanels } = await import("./commands");
    const shared = await services();
    return shared.own(accessPanels(shared));
  });
  const events = once(async () => {
    const { eventsPanels } = await import("./commands");
    const shared = await services();
    return shared.own(eventsPanels(shared));
  });
  return vscode.Disposable.from(
    registerCommand(commandIds.checkEvents, async (argument) => {
      const { checkEvents } = await import("./commands");
      await checkEvents(await services(), await events(), argument);
    }),
    registerCommand(commandIds.checkAccess, async (argument) => {
      const { checkAccess } = await import("./commands");
      await checkAccess(await services(), await access(), argument);
    }),
    vscode.window.registerWebviewPanelSerializer(accessPanelType, {
      deserializeWebviewPanel: async (panel, state) => (await access()).restore(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(eventsPanelType, {
      deserializeWebviewPanel: async (panel, state) => (await events()).restore(panel, state),
    }),
  );
}
