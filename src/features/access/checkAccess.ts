import * as vscode from "vscode";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { commandIds } from "../../ids";
import { pickPortal, portalFor } from "../portals/portalPicker";

/** `checkAccess({ portalId })`, or without an argument asks which portal, where there are several. */
export function registerCheckAccess(
  portals: Portals,
  panels: { open(portal: PortalRecord): Promise<void> },
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.checkAccess, async (argument?: unknown) => {
    const portal = await portalFor(portals, argument, () =>
      pickPortal(portals, vscode.l10n.t("Check the webhook of which portal?")),
    );
    if (portal !== undefined) await panels.open(portal);
  });
}
