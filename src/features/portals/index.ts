import * as vscode from "vscode";
import { hasStoredPortals } from "../../core/portal/storedPortals";
import { commandIds, hasPortalsKey, innerCommandIds, type CommandId } from "../../ids";
import type { LazyServices, Services } from "../../services";
import { registerCommand } from "../base/commands";
import { openWebhookHelp } from "../base/openWebhookHelp";
import type * as scopes from "./explainScope";

export const explainScope: typeof scopes.explainScope = async (...given) =>
  (await import("./explainScope")).explainScope(...given);

/** The portals a user works with. */
export function registerPortals(services: LazyServices, state: vscode.Memento): vscode.Disposable {
  // The palette offers what needs a portal once there is one: that is known before anything is loaded.
  showPortalCommands(hasStoredPortals(state));
  services.whenMade((shared) => {
    void import("./portalStatus").then(({ PortalStatus }) =>
      shared.own(new PortalStatus(shared.portals)),
    );
    void import("./leftovers").then(({ registerLeftovers }) => {
      shared.own(registerLeftovers(shared.portals));
    });
    shared.own(
      shared.portals.onDidChange(() => {
        showPortalCommands(shared.portals.list().length > 0);
      }),
    );
  });
  const on = (
    id: CommandId,
    load: () => Promise<(services: Services, argument: unknown) => unknown>,
  ): vscode.Disposable =>
    registerCommand(id, async (argument) => {
      const [run, shared] = await Promise.all([load(), services()]);
      return run(shared, argument);
    });
  return vscode.Disposable.from(
    on(commandIds.addPortal, async () => (await import("./addPortal")).addPortal),
    on(commandIds.addDemoPortal, async () => (await import("./addDemoPortal")).addDemoPortal),
    on(commandIds.switchPortal, async () => (await import("./switchPortal")).switchPortal),
    on(commandIds.replaceWebhook, async () => (await import("./replaceWebhook")).replaceWebhook),
    on(innerCommandIds.adoptAddress, async () => (await import("./adoptAddress")).adoptAddressOf),
    registerCommand(innerCommandIds.showWebhookHelp, openWebhookHelp),
    on(commandIds.renamePortal, async () => (await import("./renamePortal")).renamePortal),
    on(commandIds.removePortal, async () => (await import("./removePortal")).removePortal),
    on(commandIds.askBeforeReads, async () => (await import("./askBeforeReads")).askBeforeReads),
  );
}

function showPortalCommands(hasPortals: boolean): void {
  void vscode.commands.executeCommand("setContext", hasPortalsKey, hasPortals);
}
