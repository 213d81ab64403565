import * as l10n from "@vscode/l10n";
import type { Person } from "../core/dialog/person";

/** What kind of user somebody is, where that is worth a word. */
export function personMarks({
  isBot,
  isConnector,
  isExtranet,
  isGuest,
  isActive,
}: Person): readonly string[] {
  return [
    isBot ? l10n.t("bot") : "",
    isConnector ? l10n.t("from an Open Channel") : "",
    isGuest ? l10n.t("guest") : isExtranet ? l10n.t("external") : "",
    isActive ? "" : l10n.t("dismissed"),
  ].filter(Boolean);
}
