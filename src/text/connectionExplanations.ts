import * as l10n from "@vscode/l10n";
import type { Explanations } from "./explanation";
import { clockText, numberText } from "./language";

/** Nothing was sent, or nothing came back. */
export const connectionExplanations = {
  extensionFault: () => ({
    heading: l10n.t("This extension made a mistake"),
    paragraphs: l10n.t(
      "Reading ended in an unexpected error. It says nothing about the portal or the webhook.",
    ),
    steps: [
      l10n.t("Try again."),
      l10n.t("If it happens again, report it: the log of the extension host names the place."),
    ],
  }),
  keyringLocked: () => ({
    heading: l10n.t("The keyring cannot be read"),
    paragraphs: l10n.t(
      "Webhooks and bot tokens are kept in the system's keyring, and it did not hand them out: it may be locked. What it keeps is still there.",
    ),
    steps: [
      l10n.t("Unlock the keyring, and try again."),
      l10n.t("If that does not help, restart VS Code."),
    ],
  }),
  webhookNeeded: () => ({
    heading: l10n.t("This portal needs its webhook again"),
    paragraphs: l10n.t(
      "Webhooks are kept in the system's keyring, and there is none for this portal: it was removed, or it was never saved on this computer.",
    ),
    steps: [
      l10n.t("If VS Code runs in a browser and another tab has saved it, reload this one."),
      l10n.t("Paste the webhook once more. Nothing else about the portal is lost."),
    ],
  }),
  botTokenNeeded: () => ({
    heading: l10n.t("The token of this bot is needed again"),
    paragraphs: l10n.t(
      "Bot tokens are kept in the system's keyring, and there is none for this bot: it was removed, or it was never saved on this computer.",
    ),
    steps: l10n.t("Add the token of the bot once more."),
  }),
  heldBack: ({ error }) => ({
    heading: l10n.t(
      "Not requested automatically until {0}",
      clockText(error.kind === "heldBack" ? error.untilMs : 0),
    ),
    paragraphs: l10n.t(
      "Calls of {0} have used {1} of the 480 seconds of execution time that the portal grants in ten minutes. Automatic requests wait, so that the portal does not block the method.",
      error.kind === "heldBack" ? error.method : "",
      numberText(error.kind === "heldBack" ? error.usedS : 0),
    ),
    steps: l10n.t("Wait, or try again: what you ask for is sent all the same."),
  }),
  timedOut: ({ host, error }) => ({
    heading: l10n.t("No answer in time"),
    paragraphs: l10n.t(
      "{0} did not answer within {1} s.",
      host,
      numberText(error.kind === "timedOut" ? error.afterMs / 1000 : 0),
    ),
    steps: [
      l10n.t("Try again."),
      l10n.t(
        "For a slow portal or connection, raise the setting “bitrix24.requestTimeoutSeconds”.",
      ),
    ],
  }),
  hostNotFound: ({ host, code }) => ({
    heading: l10n.t("The address was not found"),
    paragraphs: l10n.t("The name {0} could not be resolved ({1}).", host, code),
    steps: [
      l10n.t("Check your network connection, and the VPN if the portal is behind one."),
      l10n.t("Check the portal's name. If it was renamed, replace the webhook."),
    ],
  }),
  connectionRefused: ({ host, code }) => ({
    heading: l10n.t("The connection was refused"),
    paragraphs: l10n.t(
      "Nothing listens at {0}, or a firewall refuses the connection ({1}).",
      host,
      code,
    ),
    steps: [
      l10n.t("Check that the portal or emulator is running, and its port."),
      l10n.t("Behind a proxy, check VS Code's setting “http.proxy”."),
    ],
  }),
  connectionLost: ({ host, code }) => ({
    heading: l10n.t("The connection broke off"),
    paragraphs: l10n.t("{0} closed the connection before it answered ({1}).", host, code),
    steps: [
      l10n.t("Try again."),
      l10n.t(
        "If it happens again, look for a proxy or firewall between this computer and the portal.",
      ),
    ],
  }),
  unreachable: ({ host, code }) => ({
    heading: l10n.t("The portal could not be reached"),
    paragraphs: l10n.t("There was no connection to {0} ({1}).", host, code),
    steps: l10n.t("Check your network connection and VS Code's setting “http.proxy”."),
  }),
  interrupted: ({ host, status }) => ({
    heading: l10n.t("The reply was cut off"),
    paragraphs: l10n.t("{0} began to answer (HTTP {1}) and broke off.", host, status),
    steps: l10n.t("Try again."),
  }),
  tooLarge: ({ host, error }) => ({
    heading: l10n.t("The reply is too large"),
    paragraphs: l10n.t(
      "{0} sent more than {1} MB for one dialog. The reply was dropped to keep the editor responsive.",
      host,
      error.kind === "tooLarge" ? Math.round(error.limitBytes / 1024 / 1024) : 0,
    ),
    steps: [],
  }),
  proxyUnreachable: ({ host, error }) => ({
    heading: l10n.t("The proxy could not be reached"),
    paragraphs: l10n.t(
      "Calls to {0} go through {1}, and there was no connection to it ({2}). The call did not reach the portal.",
      host,
      error.kind === "unreachable" ? (error.proxy ?? "") : "",
      error.kind === "unreachable" ? error.code : "",
    ),
    steps: [
      l10n.t(
        "Check VS Code's setting “http.proxy”, or the environment variable HTTPS_PROXY if it is empty.",
      ),
      bypass(host),
    ],
  }),
  proxySignIn: ({ host }) => ({
    heading: l10n.t("The proxy asks for a sign-in"),
    paragraphs: [
      l10n.t(
        "A proxy on the way to {0} did not let the call through (HTTP 407): it wants a name and a password, or those it got are wrong. The call did not reach the portal.",
        host,
      ),
    ],
    steps: [
      l10n.t(
        "Ask whoever runs your network which proxy to use and how to sign in, and enter it in VS Code's setting “http.proxy”.",
      ),
      bypass(host),
    ],
  }),
} satisfies Partial<Explanations>;

function bypass(host: string): string {
  return l10n.t(
    "If {0} can be reached without a proxy, add it to “http.noProxy”, or set “http.proxySupport” to “off”.",
    host,
  );
}
