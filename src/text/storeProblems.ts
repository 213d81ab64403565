import * as l10n from "@vscode/l10n";
import type { StoreProblem } from "../core/portal/portalSecrets";

/** Why something was not stored; nothing was changed then. */
export function describeStoreProblem(problem: StoreProblem): string {
  switch (problem) {
    case "keyringUnreadable":
      return l10n.t(
        "The system's keyring cannot be read now, so nothing was changed. Unlock it, and try again.",
      );
    case "keyringUnwritable":
      return l10n.t(
        "The system's keyring did not take the change, so nothing was changed. Unlock it, and try again.",
      );
    case "stateUnwritable":
      return l10n.t("VS Code could not store this, so nothing was changed. Try again.");
    case "portalGone":
      return l10n.t("The portal was removed.");
  }
}
