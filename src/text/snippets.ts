import * as l10n from "@vscode/l10n";
import type { ShownCall } from "../core/portal/methodCall";
import type { Limit, Misfit } from "../core/snippets/client";
import { wording } from "./language";

/** What is called, about what: for a list of calls, and above the list of clients. */
export function describeCall(call: ShownCall): string {
  if (call.method === "batch") {
    const methods = Object.values(call.calls).map(({ method }) => method);
    return l10n.t("batch: {0}", methods.join(", "));
  }
  const { method, params } = call;
  const subject = params["DIALOG_ID"] ?? params["dialogId"] ?? params["chatId"];
  return typeof subject === "string" || typeof subject === "number"
    ? `${method}, ${subject}`
    : method;
}

export const describeMisfit = wording<Misfit>({
  lowersMethodNames: () =>
    l10n.t("It writes methods in lower case, and the names of imbot.v2 are case-sensitive."),
  tokenInPage: () =>
    l10n.t("It runs in a page: everybody who opens it could read the bot's token."),
  eventHasNoBotToken: () =>
    l10n.t("It speaks for the application of an event, which has no bot token."),
  cannotEncodeToken: () => l10n.t("It cannot encode the bot's token as a batch needs it."),
});

export const describeLimit = wording<Limit>({
  httpsAndPlainPath: () => l10n.t("https only, and nothing in front of /rest/"),
  insidePortalPage: () => l10n.t("inside a page of the portal, with the rights of its reader"),
  insideEventHandler: () => l10n.t("in the handler of an event, with the application's rights"),
  losesPortalCode: () => l10n.t("of a refusal only the HTTP status is left"),
  noEnvironment: () => l10n.t("the webhook comes from a constant or the safe storage"),
});

/** What has to be set before it runs, once more where it was taken along. */
export function describeTaken(what: string, needsBotToken: boolean): string {
  return needsBotToken
    ? l10n.t("{0}: set B24_WEBHOOK and B24_BOT_TOKEN to run it", what)
    : l10n.t("{0}: set B24_WEBHOOK to run it", what);
}
