import * as vscode from "vscode";
import { showDone, showWarningMessage } from "../base/messages";
import { reportBug } from "../../core/base/lifecycle";
import type { Portals } from "../../core/portal/portals";

/**
 * Tries again to delete the secrets that a keyring held on to. Of portals that are gone nobody would ever ask for
 * them again.
 */
export function registerLeftovers(portals: Portals): vscode.Disposable {
  let isOver = false;
  portals.deleteOrphans().then((left) => {
    if (left === undefined || isOver) return;
    if (left > 0) void showWarningMessage(leftInKeyring());
    else
      showDone(
        vscode.l10n.t("A webhook or token that was left in the keyring is deleted now."),
        10_000,
      );
  }, reportBug);
  return new vscode.Disposable(() => {
    isOver = true;
  });
}

/** Said when a portal goes and its secret does not, and again when the next try fails, too. */
export function leftInKeyring(): string {
  return vscode.l10n.t(
    "The system's keyring did not delete the webhook or token of a portal that was removed. That is tried again when VS Code starts. To be safe, delete the webhook in the portal itself.",
  );
}
