import * as l10n from "@vscode/l10n";
import type { ConnectionCause } from "../core/diagnosis/connectionCauses";
import type { Explanation } from "./explanation";

export type PageCause = Extract<ConnectionCause, "webPage" | `page${string}`>;

/** A web page instead of data, by its status: who wrote it is a guess, and is called one. */
export function explainWebPage(cause: PageCause, host: string, status: number): Explanation {
  const lookAtIt = l10n.t("Open the portal in a browser and see what it shows.");
  switch (cause) {
    case "pageNotFound":
      return {
        heading: l10n.t("There is no portal at this address"),
        paragraphs: [
          l10n.t(
            "{0} answered with a web page (HTTP {1}): the portal's name may be wrong, or it was renamed or deleted. On an own server REST may be switched off, or have another path.",
            host,
            status,
          ),
        ],
        steps: [
          lookAtIt,
          l10n.t("Check the portal's address. If it was renamed, replace the webhook."),
        ],
      };
    case "pageBusy":
      return {
        heading: l10n.t("The portal is busy or down"),
        paragraphs: [
          l10n.t(
            "{0} answered with an error page (HTTP {1}): the portal's server is down or overloaded.",
            host,
            status,
          ),
        ],
        steps: [
          l10n.t("Wait a minute and try again."),
          l10n.t("If it stays, tell the portal's administrator the time and the code."),
        ],
      };
    case "pageSignIn":
      return {
        heading: l10n.t("A web page came instead of an answer"),
        paragraphs: [
          l10n.t(
            "{0} answered with a web page (HTTP {1}), not with data. Most often a sign-in page of your network stands in between, or there is no portal at this address.",
            host,
            status,
          ),
        ],
        steps: [
          l10n.t("Open any page in a browser: you may have to sign in to the network first."),
          l10n.t("Check the portal's address. If it was renamed, replace the webhook."),
        ],
      };
    case "webPage":
      return {
        heading: l10n.t("A web page came instead of an answer"),
        paragraphs: [
          l10n.t(
            "{0} answered with a web page (HTTP {1}), not with data: something before the portal refuses the call, for example a firewall.",
            host,
            status,
          ),
        ],
        steps: [lookAtIt, l10n.t("Ask whoever runs {0} to let calls below /rest/ through.", host)],
      };
  }
}
