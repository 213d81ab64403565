import { renamedTo, type PortalError } from "../portal/portalError";

/** What a failure means that is no refusal of the portal's own. */
export const connectionCauses = [
  "extensionFault",
  "keyringLocked",
  "webhookNeeded",
  "botTokenNeeded",
  "timedOut",
  "hostNotFound",
  "connectionRefused",
  "connectionLost",
  "unreachable",
  "proxyUnreachable",
  "proxySignIn",
  "certificateUntrusted",
  "certificateExpired",
  "certificateNotYetValid",
  "certificateOfOtherHost",
  "certificateInvalid",
  "secureConnectionFailed",
  "interrupted",
  "tooLarge",
  "portalMoved",
  "redirectElsewhere",
  "redirectInsecure",
  "redirectLoop",
  "redirectNowhere",
  "pageNotFound",
  "pageSignIn",
  "pageBusy",
  "webPage",
  "emptyReply",
  "notJson",
  "malformed",
] as const;

export type ConnectionCause = (typeof connectionCauses)[number];

export function connectionCauseOf(
  error: Exclude<PortalError, { kind: "cancelled" | "refused" | "botTokenOfAnother" }>,
): ConnectionCause {
  switch (error.kind) {
    case "unreachable":
      return error.proxy === undefined ? networkCause(error.code) : "proxyUnreachable";
    case "redirected":
      return renamedTo(error) === undefined ? redirectCauses[error.target.kind] : "portalMoved";
    case "notJson":
      return notJsonCause(error);
    case "malformed":
      // Portals do not answer so: whatever the body is, a proxy wrote it.
      return error.status === 407 ? "proxySignIn" : "malformed";
    case "extensionFault":
    case "keyringLocked":
    case "webhookNeeded":
    case "botTokenNeeded":
    case "timedOut":
    case "interrupted":
    case "tooLarge":
      return error.kind;
  }
}

const redirectCauses = {
  otherHost: "redirectElsewhere",
  insecure: "redirectInsecure",
  samePortal: "redirectLoop",
  none: "redirectNowhere",
} as const satisfies Readonly<Record<string, ConnectionCause>>;

function notJsonCause({
  status,
  looksLike,
}: Extract<PortalError, { kind: "notJson" }>): ConnectionCause {
  if (status === 407) return "proxySignIn";
  if (looksLike === "empty") return "emptyReply";
  return looksLike === "text" ? "notJson" : pageCause(status);
}

/** Pages come from whatever stands before the portal: of them the status is all there is to go by. */
function pageCause(status: number): ConnectionCause {
  if (status === 404) return "pageNotFound";
  if (status >= 502 && status <= 504) return "pageBusy";
  return status === 200 ? "pageSignIn" : "webPage";
}

/** Node's names of network failures, first match first. */
const networkCauses: readonly (readonly [codes: RegExp, cause: ConnectionCause])[] = [
  [/^(ENOTFOUND|EAI_)/, "hostNotFound"],
  [/^ECONNREFUSED$/, "connectionRefused"],
  [/^(ECONNRESET|ECONNABORTED|EPIPE)$/, "connectionLost"],
  [/SELF_SIGNED|^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/, "certificateUntrusted"],
  [/^CERT_HAS_EXPIRED$/, "certificateExpired"],
  [/^CERT_NOT_YET_VALID$/, "certificateNotYetValid"],
  [/^(ERR_TLS_CERT_ALTNAME_|HOSTNAME_MISMATCH$)/, "certificateOfOtherHost"],
  [/^(ERR_(TLS|SSL)_|EPROTO$)/, "secureConnectionFailed"],
  [/CERT|CRL|^INVALID_(CA|PURPOSE)$|^UNABLE_TO_DEC|^PATH_LENGTH_EXCEEDED$/, "certificateInvalid"],
];

function networkCause(code: string): ConnectionCause {
  return networkCauses.find(([codes]) => codes.test(code))?.[1] ?? "unreachable";
}
