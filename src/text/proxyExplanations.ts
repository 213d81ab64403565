import * as l10n from "@vscode/l10n";
import type { ConnectionCause } from "../core/diagnosis/connectionCauses";
import type { PortalError } from "../core/portal/portalError";
import type { Explanation } from "./explanation";

export type ProxyCause = Extract<ConnectionCause, `proxy${string}`>;

/** The proxy is what fails, not the portal. */
export function explainProxy(cause: ProxyCause, error: PortalError, host: string): Explanation {
  const bypass = l10n.t(
    "If {0} can be reached without a proxy, add it to “http.noProxy”, or set “http.proxySupport” to “off”.",
    host,
  );
  switch (cause) {
    case "proxyUnreachable":
      return {
        heading: l10n.t("The proxy could not be reached"),
        paragraphs: [
          l10n.t(
            "Calls to {0} go through {1}, and there was no connection to it ({2}). The portal was not asked.",
            host,
            error.kind === "unreachable" ? (error.proxy ?? "") : "",
            error.kind === "unreachable" ? error.code : "",
          ),
        ],
        steps: [
          l10n.t(
            "Check VS Code's setting “http.proxy”, or the environment variable HTTPS_PROXY if it is empty.",
          ),
          bypass,
        ],
      };
    case "proxySignIn":
      return {
        heading: l10n.t("The proxy asks for a sign-in"),
        paragraphs: [
          l10n.t(
            "A proxy on the way to {0} did not let the call through (HTTP 407): it wants a name and a password, or others than it was given. The portal was not asked.",
            host,
          ),
        ],
        steps: [
          l10n.t(
            "Ask whoever runs your network which proxy to use and how to sign in, and enter it in VS Code's setting “http.proxy”.",
          ),
          bypass,
        ],
      };
  }
}
