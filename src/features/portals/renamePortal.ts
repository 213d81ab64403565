import * as vscode from "vscode";
import { visibleLine } from "../../core/base/visibleText";
import type { Services } from "../../services";
import { describeNameProblem } from "./portalNames";
import { pickPortal, portalFor } from "../base/portalPicker";

/** `renamePortal({ portalId })`, or without an argument asks which. */
export async function renamePortal({ portals }: Services, argument: unknown): Promise<void> {
  const portal = await portalFor(portals, argument, () =>
    pickPortal(portals, vscode.l10n.t("Rename which portal?")),
  );
  if (portal === undefined) return;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("Rename “{0}”", visibleLine(portal.name)),
    value: portal.name,
    // A page that gets the keyboard back from the list before would close it.
    ignoreFocusOut: true,
    validateInput: (typed) => describeNameProblem(typed, portals, portal.id),
  });
  if (name !== undefined) await portals.rename(portal.id, name.trim());
}
