import * as l10n from "@vscode/l10n";
import type { Failure } from "../core/diagnosis/causes";
import type { Explanations } from "./explanation";

/** What came is no answer of a method's: who wrote it is a guess, and is called one. */
export const replyExplanations = {
  noSuchPortal: ({ host, status }) => ({
    heading: l10n.t("There is no portal with this name"),
    paragraphs: l10n.t(
      "The answer is a web page (HTTP {0}), which Bitrix24's cloud sends when it knows no portal {1}: the name may be wrong, or the portal was renamed or deleted.",
      status,
      host,
    ),
    steps: [
      l10n.t("Open the portal in a browser and see what it shows."),
      l10n.t("Check the portal's address. If it was renamed, replace the webhook."),
      l10n.t(
        "If the browser shows the portal, ask whoever runs your network: something on the way answered.",
      ),
    ],
  }),
  pageNotFound: ({ host, status }) => ({
    heading: l10n.t("There is no portal at this address"),
    paragraphs: l10n.t(
      "{0} answered with a page or a line of text (HTTP {1}): the portal's name may be wrong, or it was renamed or deleted. On a portal's own server REST may be switched off, or have another path.",
      host,
      status,
    ),
    steps: [
      l10n.t("Open the portal in a browser and see what it shows."),
      l10n.t("Check the portal's address. If it was renamed, replace the webhook."),
    ],
  }),
  pageSignIn: ({ host, status }) => ({
    heading: l10n.t("A web page came instead of an answer"),
    paragraphs: l10n.t(
      "{0} answered with a web page (HTTP {1}), not with data. Most often a sign-in page of your network stands in between, or there is no portal at this address.",
      host,
      status,
    ),
    steps: [
      l10n.t("Open any page in a browser: you may have to sign in to the network first."),
      l10n.t("Check the portal's address. If it was renamed, replace the webhook."),
    ],
  }),
  webPage: ({ host, status }) => ({
    heading: l10n.t("A page or a line of text came instead of an answer"),
    paragraphs: l10n.t(
      "{0} answered with a page or a line of text (HTTP {1}), not with data: something before the portal refuses the call, for example a firewall.",
      host,
      status,
    ),
    steps: [
      l10n.t("Open the portal in a browser and see what it shows."),
      l10n.t("Ask whoever runs {0} to let calls below /rest/ through.", host),
    ],
  }),
  serverBusy: ({ host, status }) => ({
    heading: l10n.t("The portal is busy or down"),
    paragraphs: l10n.t(
      "{0} answered with an error (HTTP {1}): the portal's server is down or overloaded.",
      host,
      status,
    ),
    steps: [
      l10n.t("Wait a minute and try again."),
      l10n.t("If it happens again, tell the portal's administrator the time and the code."),
    ],
  }),
  serverFailed: ({ host, status }) => ({
    heading: l10n.t("The portal's server failed"),
    paragraphs: l10n.t(
      "{0} answered with HTTP {1}: an error of the server's own. The dialog and the webhook may be fine.",
      host,
      status,
    ),
    steps: l10n.t(
      "Try again. If it happens again, tell the portal's administrator: the server's log has the reason.",
    ),
  }),
  emptyReply: ({ host, status }) => ({
    heading: l10n.t("The reply is empty"),
    paragraphs: l10n.t("{0} answered with HTTP {1} and nothing else.", host, status),
    steps: l10n.t(
      "Try again. If it happens again, tell the portal's administrator: the server's log has the reason.",
    ),
  }),
  notJson: ({ host, status }) => ({
    heading: l10n.t("The reply cannot be read"),
    paragraphs: l10n.t(
      "{0} answered with text that is not JSON, or broken JSON (HTTP {1}).",
      host,
      status,
    ),
    steps: l10n.t("Open the raw reply to see what came."),
  }),
  malformed: ({ error }) => ({
    heading: l10n.t("The reply has an unknown form"),
    paragraphs: describeMisfit(error),
    steps: l10n.t("Open the raw reply to see what came."),
  }),
} satisfies Partial<Explanations>;

function describeMisfit(error: Failure): string {
  if (error.kind !== "malformed") return "";
  const { host, path, found, inBatch } = error;
  // The name of a part is of this extension's making and tells nobody anything.
  if (inBatch !== undefined) {
    return found === "nothing"
      ? l10n.t("{0} answered a batch without an answer for {1}.", host, inBatch)
      : l10n.t(
          "{0} answered a batch with an unreadable error for {1} ({2}).",
          host,
          inBatch,
          found,
        );
  }
  if (path === "") {
    return l10n.t("{0} answered with JSON of a form that no method has ({1}).", host, found);
  }
  return found === "nothing"
    ? l10n.t("{0} answered with JSON in which “{1}” is missing.", host, path)
    : l10n.t(
        "{0} answered with JSON in which “{1}” has an unexpected form ({2}).",
        host,
        path,
        found,
      );
}
