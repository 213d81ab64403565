import type { DialogRef } from "../dialog/dialogId";
import { hasCode, type PortalError } from "../portal/portalError";
import { causeOfCode, type RefusalCause } from "./refusalCauses";

/** Why a read failed, as far as the failure tells. */
export type Cause =
  | RefusalCause
  | "webhookNeeded"
  | "timedOut"
  | "hostNotFound"
  | "connectionRefused"
  | "connectionLost"
  | "certificate"
  | "unreachable"
  | "interrupted"
  | "tooLarge"
  | "portalMoved"
  | "redirectInsecure"
  | "redirectLoop"
  | "redirectNowhere"
  | "webPage"
  | "emptyReply"
  | "notJson"
  | "malformed";

/** What a person can do about it with one click, the best first. */
export type Remedy =
  | "retry"
  | "replaceWebhook"
  | "checkAccess"
  | "inspectAsChat"
  | "inspectAnother"
  | "openRaw"
  | "openWebhookHelp"
  | "showLog";

export interface Diagnosis {
  readonly cause: Cause;
  readonly remedies: readonly Remedy[];
}

/**
 * From the facts of a failure to its cause and remedies. Cancellation is no failure: it is never
 * diagnosed.
 * @param ref the dialog that was asked for; absent when a webhook was checked
 * @see REST brief, transport.md section 5 and dialogs.md section 1.3
 */
export function diagnose(
  error: Exclude<PortalError, { kind: "cancelled" }>,
  ref?: DialogRef,
): Diagnosis {
  const cause = causeOf(error);
  const remedies = [...remediesOf[cause]];
  // A bare number is a user's id to the portal, and often meant as a chat's.
  if (hasCode(error, "ACCESS_ERROR") && ref?.form === "user") remedies.unshift("inspectAsChat");
  if (hasReply(error)) remedies.push("openRaw");
  return { cause, remedies };
}

/** Whether the portal sent something that can be shown raw. */
function hasReply(error: PortalError): boolean {
  if (error.kind === "notJson") return error.looksLike !== "empty";
  return error.kind === "refused" || error.kind === "malformed";
}

function causeOf(error: Exclude<PortalError, { kind: "cancelled" }>): Cause {
  switch (error.kind) {
    case "refused":
      return causeOfCode(error);
    case "unreachable":
      return networkCause(error.code);
    case "redirected":
      return redirectCauses[error.target.kind];
    case "notJson":
      return notJsonCauses[error.looksLike];
    case "webhookNeeded":
    case "timedOut":
    case "interrupted":
    case "tooLarge":
    case "malformed":
      return error.kind;
  }
}

const redirectCauses = {
  otherHost: "portalMoved",
  insecure: "redirectInsecure",
  samePortal: "redirectLoop",
  none: "redirectNowhere",
} as const satisfies Readonly<Record<string, Cause>>;

const notJsonCauses = {
  html: "webPage",
  empty: "emptyReply",
  text: "notJson",
} as const satisfies Readonly<Record<string, Cause>>;

/** Node's names of network failures. */
function networkCause(code: string): Cause {
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "hostNotFound";
  if (code === "ECONNREFUSED") return "connectionRefused";
  if (/^(ECONNRESET|ECONNABORTED|EPIPE)$/.test(code)) return "connectionLost";
  // For example DEPTH_ZERO_SELF_SIGNED_CERT, CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID.
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|^ERR_(TLS|SSL)|EPROTO/.test(code)) {
    return "certificate";
  }
  return "unreachable";
}

const remediesOf: Readonly<Record<Cause, readonly Remedy[]>> = {
  webhookNeeded: ["replaceWebhook", "openWebhookHelp"],
  timedOut: ["retry", "showLog"],
  hostNotFound: ["retry", "replaceWebhook", "showLog"],
  connectionRefused: ["retry", "replaceWebhook", "showLog"],
  connectionLost: ["retry", "showLog"],
  certificate: ["retry", "showLog"],
  unreachable: ["retry", "showLog"],
  interrupted: ["retry", "showLog"],
  tooLarge: ["inspectAnother"],
  portalMoved: ["replaceWebhook"],
  redirectInsecure: ["replaceWebhook", "retry"],
  redirectLoop: ["retry", "replaceWebhook"],
  redirectNowhere: ["retry", "replaceWebhook"],
  webPage: ["retry", "replaceWebhook"],
  emptyReply: ["retry"],
  notJson: ["retry", "replaceWebhook"],
  malformed: ["retry"],
  dialogIdRefused: ["inspectAnother"],
  noAccessOrNoChat: ["retry", "inspectAnother", "checkAccess"],
  noRecord: ["retry", "inspectAnother"],
  methodNotFound: ["replaceWebhook", "retry", "checkAccess"],
  webhookRejected: ["replaceWebhook", "openWebhookHelp", "retry", "checkAccess"],
  scopeMissing: ["checkAccess", "retry", "replaceWebhook", "openWebhookHelp"],
  accessDenied: ["retry", "checkAccess"],
  userNotAllowed: ["replaceWebhook", "retry", "checkAccess"],
  userInactive: ["replaceWebhook"],
  wrongAuthType: ["replaceWebhook"],
  httpsRequired: ["replaceWebhook"],
  rateLimited: ["retry"],
  operatingLimit: ["retry"],
  overload: ["retry"],
  badParameter: ["showLog"],
  serverError: ["retry"],
  portalClosed: ["retry"],
  confirmationWaiting: ["retry"],
  confirmationDenied: ["retry"],
  unknownRefusal: ["retry"],
};
