import type { Remedy } from "../../core/diagnosis/causes";
import { diagnosed } from "../../core/diagnosis/diagnose";
import type { PortalFailure } from "../../core/portal/portalCaller";
import { explain, lateExplanations, quoteOf } from "../../text/explain";

/**
 * Why something typed was not accepted, in a few sentences with the portal's own words.
 * @param userId whose webhook asked
 * @returns `undefined`: the user cancelled, which needs no words
 */
export async function describeCheckFailure(
  failed: PortalFailure,
  userId: string,
): Promise<string | undefined> {
  // A check has failures of its own, which no call told: a token of another bot, a reply that does not fit.
  await lateExplanations.ready();
  const failure = diagnosed(failed);
  if (failure === undefined) return undefined;
  const { heading, paragraphs } = explain({ failure, userId }, "page");
  const quote = quoteOf(failure.error) ?? "";
  return [`${heading}.`, paragraphs[0] ?? "", quote].filter(Boolean).join(" ");
}

/** The remedies that are settings of VS Code. */
type SettingsAction = Extract<Remedy, `open${string}Setting${"s" | ""}`>;

function isSettingsAction(remedy: Remedy): remedy is SettingsAction {
  return /^open\w+Settings?$/.test(remedy);
}

/** The setting that helps where something typed could not be checked, if one does. */
export function settingThatHelps(failed: PortalFailure): SettingsAction | undefined {
  return diagnosed(failed)?.diagnosis.remedies.find(isSettingsAction);
}
