import * as vscode from "vscode";
import { hasStoredPortals } from "../../core/portal/storedPortals";
import { commandIds, hasPortalsKey, innerCommandIds, type CommandId } from "../../ids";
import type { LazyServices, Services } from "../../services";
import { registerCommand } from "../base/commands";
import { openWebhookHelp } from "../base/openWebhookHelp";
import type * as work from "./commands";

export const explainScope: typeof work.explainScope = async (...given) =>
  (await import("./commands")).explainScope(...given);

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
    choose: (commands: typeof work) => (services: Services, argument: unknown) => unknown,
  ): vscode.Disposable =>
    registerCommand(id, async (argument) => {
      const [commands, shared] = await Promise.all([import("./commands"), services()]);
      return choose(commands)(shared, argument);
    });
  return vscode.Disposable.from(
    on(commandIds.addPortal, ({ addPortal }) => addPortal),
    on(commandIds.addDemoPortal, ({ addDemoPortal }) => addDemoPortal),
    on(commandIds.switchPortal, ({ switchPortal }) => switchPortal),
    on(commandIds.replaceWebhook, ({ replaceWebhook }) => replaceWebhook),
    on(innerCommandIds.adoptAddress, ({ adoptAddressOf }) => adoptAddressOf),
    registerCommand(innerCommandIds.showWebhookHelp, openWebhookHelp),
    on(commandIds.renamePortal, ({ renamePortal }) => renamePortal),
    on(commandIds.removePortal, ({ removePortal }) => removePortal),
    on(commandIds.askBeforeReads, ({ askBeforeReads }) => askBeforeReads),
  );
}

function showPortalCommands(hasPortals: boolean): void {
  void vscode.commands.executeCommand("setContext", hasPortalsKey, hasPortals);
}
