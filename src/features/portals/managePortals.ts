import * as vscode from "vscode";
import type { Pins } from "../../core/sessions/pins";
import type { DialogHistory } from "../../core/sessions/history";
import { addressOf } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { visibleLine } from "../../core/base/visibleText";
import { commandIds } from "../../ids";
import { leftInKeyring } from "./leftovers";
import { describeNameProblem } from "./portalNames";
import { pickPortal, portalFor, portalItem, portalOfArgument } from "./portalPicker";

export interface PortalPanels {
  closePortal(portalId: string): void;
}

/** `switchPortal({ portalId })`, or without an argument asks. */
export function registerSwitchPortal(portals: Portals): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.switchPortal, async (argument?: unknown) => {
    const given = portalOfArgument(portals, argument);
    if (given !== undefined && given !== "gone") {
      await portals.activate(given.id);
      return;
    }
    const active = portals.active();
    const add = {
      label: vscode.l10n.t("Add Portal"),
      iconPath: new vscode.ThemeIcon("add"),
      record: undefined,
    };
    const picked = await vscode.window.showQuickPick(
      [
        ...portals
          .list()
          .map((record) => ({ ...portalItem(record, record.id === active?.id), record })),
        { label: "", kind: vscode.QuickPickItemKind.Separator, record: undefined },
        add,
      ],
      { title: vscode.l10n.t("Portal for look-ups"), matchOnDescription: true },
    );
    if (picked === undefined) return;
    if (picked.record === undefined) await vscode.commands.executeCommand(commandIds.addPortal);
    else await portals.activate(picked.record.id);
  });
}

/** `renamePortal({ portalId })`, or without an argument asks which. */
export function registerRenamePortal(portals: Portals): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.renamePortal, async (argument?: unknown) => {
    const portal = await portalFor(portals, argument, () =>
      pickPortal(portals, vscode.l10n.t("Rename which portal?")),
    );
    if (portal === undefined) return;
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t("Rename “{0}”", visibleLine(portal.name)),
      value: portal.name,
      validateInput: (typed) => describeNameProblem(typed, portals, portal.id),
    });
    if (name !== undefined) await portals.rename(portal.id, name.trim());
  });
}

/** `removePortal({ portalId })`, or without an argument asks which; always asks for confirmation. */
export function registerRemovePortal(
  portals: Portals,
  kept: {
    readonly history: DialogHistory;
    readonly pins: Pins;
    readonly panels: readonly PortalPanels[];
  },
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.removePortal, async (argument?: unknown) => {
    const portal = await portalFor(portals, argument, () =>
      pickPortal(portals, vscode.l10n.t("Remove which portal?")),
    );
    if (portal === undefined) return;
    const remove = vscode.l10n.t("Remove Portal");
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t("Remove “{0}”?", visibleLine(portal.name)),
      {
        modal: true,
        detail: vscode.l10n.t(
          "Its webhook is deleted from the keyring, and its pins and history with it. In the portal at {0} nothing changes: the webhook there stays valid until it is deleted there.",
          addressOf(portal),
        ),
      },
      remove,
    );
    if (chosen !== remove) return;
    for (const panels of kept.panels) panels.closePortal(portal.id);
    const { areSecretsGone } = await portals.remove(portal.id);
    await kept.history.removePortal(portal.id);
    await kept.pins.removePortal(portal.id);
    if (!areSecretsGone) void vscode.window.showWarningMessage(leftInKeyring());
  });
}
