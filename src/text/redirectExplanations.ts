import * as l10n from "@vscode/l10n";
import type { Failure } from "../core/diagnosis/causes";
import type { Explanations } from "./explanation";

/** Redirects are never followed: the address of a call holds the secret. */
export const redirectExplanations = {
  portalMoved: ({ host, status, error }) => ({
    heading: l10n.t("The portal has another address now"),
    paragraphs: l10n.t(
      "{0} redirects to {1} (HTTP {2}). The redirect was not followed: the address of a call holds the webhook's secret, and only you can say that it may be sent there.",
      host,
      redirectHost(error),
      status,
    ),
    steps: [
      l10n.t(
        "If {0} is your portal, use the new address: the webhook stays the same, and you are asked once more before it is sent there.",
        redirectHost(error),
      ),
      l10n.t(
        "If you do not know {0}, keep the webhook as it is and look at the network you are in, for example its sign-in page.",
        redirectHost(error),
      ),
    ],
  }),
  redirectElsewhere: ({ host, status, error }) => ({
    heading: l10n.t("Something redirects to another page"),
    paragraphs: l10n.t(
      "Instead of an answer of {0} came a redirect to a page of {1} (HTTP {2}). A renamed portal redirects to the same call; this looks like a sign-in page. The redirect was not followed: the address of a call holds the webhook's secret.",
      host,
      redirectHost(error),
      status,
    ),
    steps: [
      l10n.t("Open the portal in a browser: you may have to sign in to the network first."),
      l10n.t(
        "If the portal is behind your company's sign-in, ask whoever runs it to let calls below /rest/ through.",
      ),
    ],
  }),
  redirectInsecure: ({ host, status, error }) => ({
    heading: l10n.t("The portal redirects to an unprotected address"),
    paragraphs: l10n.t(
      "{0} redirects to {1} over http:// (HTTP {2}). The redirect was not followed: the webhook's secret would travel unprotected.",
      host,
      redirectHost(error),
      status,
    ),
    steps: l10n.t("Ask the portal's administrator to correct the redirect."),
  }),
  redirectLoop: ({ host, status }) => ({
    heading: l10n.t("The portal redirects instead of answering"),
    paragraphs: l10n.t(
      "{0} redirects the call to itself or to one of its own pages (HTTP {1}). Redirects are never followed: the address holds the webhook's secret.",
      host,
      status,
    ),
    steps: openIt(),
  }),
  redirectNowhere: ({ host, status }) => ({
    heading: l10n.t("The portal redirects instead of answering"),
    paragraphs: l10n.t("{0} answers with a redirect that leads nowhere (HTTP {1}).", host, status),
    steps: openIt(),
  }),
} satisfies Partial<Explanations>;

function openIt(): string {
  return l10n.t("Open the portal in a browser: it may ask for a sign-in or be under maintenance.");
}

function redirectHost(error: Failure): string {
  if (error.kind !== "redirected" || !("host" in error.target)) return "";
  const { target } = error;
  // Of the same host it is the scheme that differs.
  return target.kind === "otherHost" && target.host === error.host ? target.origin : target.host;
}
