import * as l10n from "@vscode/l10n";
import type { StoreProblem } from "../core/portal/portalSecrets";
import { wording } from "./language";

/** Why something was not stored; nothing was changed then. */
export const describeStoreProblem = wording<StoreProblem>({
  keyringUnreadable: () =>
    l10n.t(
      "The system's keyring cannot be read now, so nothing was changed. Unlock it, and try again.",
    ),
  keyringUnwritable: () =>
    l10n.t(
      "The system's keyring did not take the change, so nothing was changed. Unlock it, and try again.",
    ),
  stateUnwritable: () => l10n.t("VS Code could not store this, so nothing was changed. Try again."),
  portalGone: () => l10n.t("The portal was removed."),
});
