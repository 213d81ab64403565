import * as vscode from "vscode";
import { isNameTaken } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";

/**
 * What is wrong with a portal's name. That another portal has it is said and allowed: two users of one portal may
 * well be kept under one name.
 * @param ownId the portal that is renamed; absent: a new one
 */
export function describeNameProblem(
  typed: string,
  portals: Portals,
  ownId?: string,
): string | vscode.InputBoxValidationMessage | undefined {
  const name = typed.trim();
  if (name === "") return vscode.l10n.t("The portal needs a name.");
  if (!isNameTaken(portals.list(), name, ownId)) return undefined;
  return {
    message: vscode.l10n.t("Another portal has this name already."),
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}
