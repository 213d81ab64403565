import * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { portalItem, portalOfArgument } from "../base/portalPicker";

/** `switchPortal({ portalId })`, or without an argument asks. */
export async function switchPortal({ portals }: Services, argument: unknown): Promise<void> {
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
    { title: vscode.l10n.t("Portal for lookups"), matchOnDescription: true },
  );
  if (picked === undefined) return;
  if (picked.record === undefined) await runCommand(commandIds.addPortal);
  else await portals.activate(picked.record.id);
}
