import { l10n } from "vscode";
import { diagnose } from "../../core/diagnosis/diagnose";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { clip, visibleText } from "../../core/base/visibleText";
import { isSettingsAction, type SettingsAction } from "./settings";
import { explain } from "../../text/explanation";

/** A line below an input, or a part of a question, has no room for a stack trace. */
const longestQuote = 300;

/**
 * Why something typed was not accepted, in a few sentences with the portal's own words.
 * @param userId whose webhook asked
 * @returns `undefined`: the user cancelled, which needs no words
 */
export function describeCheckFailure(
  { error, exchange }: PortalFailure,
  userId: string,
): string | undefined {
  if (error.kind === "cancelled") return undefined;
  const diagnosis = diagnose(error, undefined, exchange?.method);
  const { heading, paragraphs } = explain({ failure: { error, exchange, diagnosis }, userId });
  const said =
    error.kind === "refused"
      ? l10n.t(
          "The portal says: {0}",
          clip(visibleText(`${error.code} ${error.description}`.trim()), longestQuote),
        )
      : "";
  return [`${heading}.`, paragraphs[0] ?? "", said].filter(Boolean).join(" ");
}

/** The setting that mends what kept something typed from being checked, if one does. */
export function settingThatHelps({ error, exchange }: PortalFailure): SettingsAction | undefined {
  if (error.kind === "cancelled") return undefined;
  return diagnose(error, undefined, exchange?.method).remedies.find(isSettingsAction);
}

/** The button for it. */
export function settingTitle(setting: SettingsAction): string {
  switch (setting) {
    case "openTimeoutSetting":
      return l10n.t("Change the Time-Out");
    case "openCertificateSetting":
      return l10n.t("Open the Certificate Setting");
    case "openProxySettings":
      return l10n.t("Open Proxy Settings");
  }
}
