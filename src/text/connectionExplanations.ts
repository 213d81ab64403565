import * as l10n from "@vscode/l10n";
import type { ConnectionCause } from "../core/diagnosis/connectionCauses";
import type { PortalError } from "../core/portal/portalError";
import { explainCertificate } from "./certificateExplanations";
import type { Explanation } from "./explanation";
import { explainProxy } from "./proxyExplanations";
import { explainRedirect } from "./redirectExplanations";
import { explainWebPage } from "./webPageExplanations";

/** Failures that are no answer of the portal's own, in words. */
export function explainConnection(cause: ConnectionCause, error: PortalError): Explanation {
  const host = "host" in error ? error.host : "";
  const code = "code" in error ? error.code : "";
  const status = "status" in error ? error.status : 0;
  switch (cause) {
    case "extensionFault":
      return {
        heading: l10n.t("This extension made a mistake"),
        paragraphs: [
          l10n.t(
            "Reading ended in an error that nobody foresaw. It says nothing about the portal or the webhook.",
          ),
        ],
        steps: [
          l10n.t("Try again: reading changes nothing."),
          l10n.t("If it stays, report it: the log of the extension host names the place."),
        ],
      };
    case "keyringLocked":
      return {
        heading: l10n.t("The keyring cannot be read"),
        paragraphs: [
          l10n.t(
            "Webhooks and bot tokens are kept in the system's keyring, and it did not hand them out: it may be locked. What it keeps is still there.",
          ),
        ],
        steps: [
          l10n.t("Unlock the keyring, and try again."),
          l10n.t("If it stays, restart VS Code."),
        ],
      };
    case "webhookNeeded":
      return {
        heading: l10n.t("This portal needs its webhook again"),
        paragraphs: [
          l10n.t(
            "Webhooks are kept in the system's keyring, and there is none for this portal: it was removed, or it was never saved on this computer.",
          ),
        ],
        steps: [
          l10n.t("If VS Code runs in a browser and another tab has saved it, reload this one."),
          l10n.t("Paste the webhook once more. Nothing else about the portal is lost."),
        ],
      };
    case "botTokenNeeded":
      return {
        heading: l10n.t("The token of this bot is needed again"),
        paragraphs: [
          l10n.t(
            "Bot tokens are kept in the system's keyring, and there is none for this bot: it was removed, or it was never saved on this computer.",
          ),
        ],
        steps: [l10n.t("Add the token of the bot once more.")],
      };
    case "timedOut":
      return {
        heading: l10n.t("No answer in time"),
        paragraphs: [
          l10n.t(
            "{0} did not answer within {1} seconds.",
            host,
            error.kind === "timedOut" ? error.afterMs / 1000 : 0,
          ),
        ],
        steps: [
          l10n.t("Try again: reading changes nothing."),
          l10n.t(
            "For a slow portal or connection, raise the setting “bitrix24.requestTimeoutSeconds”.",
          ),
        ],
      };
    case "hostNotFound":
      return {
        heading: l10n.t("The address was not found"),
        paragraphs: [l10n.t("The name {0} could not be resolved ({1}).", host, code)],
        steps: [
          l10n.t("Check your network connection, and the VPN if the portal is behind one."),
          l10n.t("Check the portal's name. If it was renamed, replace the webhook."),
        ],
      };
    case "connectionRefused":
      return {
        heading: l10n.t("The connection was refused"),
        paragraphs: [l10n.t("Nothing listens at {0} ({1}).", host, code)],
        steps: [
          l10n.t("Check that the portal or emulator is running, and its port."),
          l10n.t("Behind a proxy, check VS Code's setting “http.proxy”."),
        ],
      };
    case "connectionLost":
      return {
        heading: l10n.t("The connection broke off"),
        paragraphs: [l10n.t("{0} closed the connection before it answered ({1}).", host, code)],
        steps: [
          l10n.t("Try again: reading changes nothing."),
          l10n.t("If it stays, look for a proxy or firewall between this computer and the portal."),
        ],
      };
    case "proxyUnreachable":
    case "proxySignIn":
      return explainProxy(cause, error, host);
    case "certificateUntrusted":
    case "certificateExpired":
    case "certificateNotYetValid":
    case "certificateOfOtherHost":
    case "certificateInvalid":
    case "secureConnectionFailed":
      return explainCertificate(cause, host, code);
    case "unreachable":
      return {
        heading: l10n.t("The portal could not be reached"),
        paragraphs: [l10n.t("There was no connection to {0} ({1}).", host, code)],
        steps: [l10n.t("Check your network connection and VS Code's setting “http.proxy”.")],
      };
    case "interrupted":
      return {
        heading: l10n.t("The reply was cut off"),
        paragraphs: [l10n.t("{0} began to answer (HTTP {1}) and broke off.", host, status)],
        steps: [l10n.t("Try again: reading changes nothing.")],
      };
    case "tooLarge":
      return {
        heading: l10n.t("The reply is too large"),
        paragraphs: [
          l10n.t(
            "{0} sent more than {1} MB for one dialog. The reply was dropped to keep the editor responsive.",
            host,
            error.kind === "tooLarge" ? Math.round(error.limitBytes / 1024 / 1024) : 0,
          ),
        ],
        steps: [],
      };
    case "portalMoved":
    case "redirectElsewhere":
    case "redirectInsecure":
    case "redirectLoop":
    case "redirectNowhere":
      return explainRedirect(cause, error, host, status);
    case "pageNotFound":
    case "pageSignIn":
    case "pageBusy":
    case "webPage":
      return explainWebPage(cause, host, status);
    case "emptyReply":
      return {
        heading: l10n.t("The reply is empty"),
        paragraphs: [l10n.t("{0} answered with HTTP {1} and nothing else.", host, status)],
        steps: [
          l10n.t(
            "Try again. If it stays, tell the portal's administrator: the server's log has the reason.",
          ),
        ],
      };
    case "notJson":
      return {
        heading: l10n.t("The reply cannot be read"),
        paragraphs: [
          l10n.t(
            "{0} answered with text that is not JSON, or broken JSON (HTTP {1}).",
            host,
            status,
          ),
        ],
        steps: [l10n.t("Open the raw reply to see what came.")],
      };
    case "malformed":
      return {
        heading: l10n.t("The reply has an unknown form"),
        paragraphs: [describeMisfit(error)],
        steps: [l10n.t("Open the raw reply to see what came.")],
      };
  }
}

function describeMisfit(error: PortalError): string {
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
