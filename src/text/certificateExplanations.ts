import * as l10n from "@vscode/l10n";
import type { Explanations } from "./explanation";

/** A secure connection that was given up: nothing of the webhook has left the computer. */
export const certificateExplanations = {
  certificateUntrusted: ({ host, code }) => ({
    heading: l10n.t("The portal's certificate is not trusted"),
    paragraphs: [
      givenUp(host, code),
      l10n.t(
        "The certificate was signed by itself, or by an authority that this computer does not know: usual for a portal on its owner's server, and behind a proxy that looks into secure connections.",
      ),
    ],
    steps: [
      l10n.t(
        "Add the authority's certificate to the system's trusted ones, make sure that VS Code's setting “http.systemCertificates” is on, and restart VS Code.",
      ),
      l10n.t(
        "Where the system cannot be changed, start VS Code with the environment variable NODE_EXTRA_CA_CERTS set to the certificate's file.",
      ),
      l10n.t(
        "Do not turn “http.proxyStrictSSL” off for this: then no certificate is checked anymore, and whoever stands in between can read the webhook.",
      ),
    ],
  }),
  certificateExpired: ({ host, code }) => ({
    heading: l10n.t("The portal's certificate has expired"),
    paragraphs: givenUp(host, code),
    steps: [
      l10n.t("Ask whoever runs {0} to renew the certificate, then try again.", host),
      l10n.t("If others reach the portal, check this computer's date."),
    ],
  }),
  certificateNotYetValid: ({ host, code }) => ({
    heading: l10n.t("The portal's certificate is not valid yet"),
    paragraphs: givenUp(host, code),
    steps: [
      l10n.t("Check this computer's date and time: most often they are wrong."),
      l10n.t("If they are right, tell whoever runs {0}.", host),
    ],
  }),
  certificateOfOtherHost: ({ host, code }) => ({
    heading: l10n.t("The certificate belongs to another host"),
    paragraphs: [
      givenUp(host, code),
      l10n.t("What answered cannot prove that it is {0}: its certificate has other names.", host),
    ],
    steps: [
      l10n.t(
        "If the portal is known by another name, replace the webhook with one that has this name.",
      ),
      l10n.t(
        "If the name is right, a sign-in page of your network may stand in between, or the server's certificate was made for another name: tell whoever runs it.",
      ),
    ],
  }),
  certificateInvalid: ({ host, code }) => ({
    heading: l10n.t("The portal's certificate is not accepted"),
    paragraphs: givenUp(host, code),
    steps: l10n.t(
      "Tell whoever runs {0} the code {1}: the certificate has to be replaced.",
      host,
      code,
    ),
  }),
  secureConnectionFailed: ({ host, code }) => ({
    heading: l10n.t("No secure connection could be agreed on"),
    paragraphs: [
      givenUp(host, code),
      l10n.t(
        "What listens there does not speak https, only speaks versions of it that are no longer safe, or asks for a certificate of this computer.",
      ),
    ],
    steps: [
      l10n.t("Check the port in the webhook's address."),
      l10n.t("Behind a proxy, check VS Code's setting “http.proxy”."),
    ],
  }),
} satisfies Partial<Explanations>;

function givenUp(host: string, code: string): string {
  return l10n.t(
    "The secure connection to {0} failed ({1}), before the webhook was sent.",
    host,
    code,
  );
}
