import type { DialogRef } from "../dialog/dialogId";
import { hasCode, type PortalError } from "../portal/portalError";
import { actorOf, type Actor } from "./actors";
import { connectionCauseOf, type ConnectionCause } from "./connectionCauses";
import { causeOfCode, type RefusalCause } from "./refusalCauses";

/** Why a read failed, as far as the failure tells. */
export type Cause = RefusalCause | ConnectionCause;

/** What a person can do about it with one click, the best first. */
export type Remedy =
  | "retry"
  | "replaceWebhook"
  | "checkAccess"
  | "inspectAsChat"
  | "inspectAnother"
  | "openRaw"
  | "openWebhookHelp"
  | "adoptAddress"
  | "openTimeoutSetting"
  | "openCertificateSetting"
  | "openProxySettings"
  | "addBot"
  | "showLog";

export interface Diagnosis {
  readonly cause: Cause;
  readonly actor: Actor;
  readonly remedies: readonly Remedy[];
}

/**
 * From the facts of a failure to its cause and remedies. Cancellation is no failure: it is never
 * diagnosed.
 * @param ref the dialog that was asked for; absent when a webhook was checked
 * @param method that was called, when anything was
 * @see REST brief, transport.md section 5, dialogs.md sections 1.3 and 4
 */
export function diagnose(
  error: Exclude<PortalError, { kind: "cancelled" }>,
  ref?: DialogRef,
  method?: string,
): Diagnosis {
  const cause = causeOf(error, method);
  const remedies = [...remediesOf[cause]];
  // A bare number is a user's id to the portal, and often meant as a chat's.
  const isBareNumber = hasCode(error, "ACCESS_ERROR") && ref?.form === "user";
  if (isBareNumber) remedies.unshift("inspectAsChat");
  if (hasReply(error)) remedies.push("openRaw");
  // Nobody can be invited to the private dialog of two others.
  return { cause, actor: isBareNumber ? "you" : actorOf(cause), remedies };
}

function causeOf(error: Exclude<PortalError, { kind: "cancelled" }>, method?: string): Cause {
  if (error.kind === "botTokenOfAnother") return "botNotOwned";
  return error.kind === "refused" ? causeOfCode(error, method) : connectionCauseOf(error);
}

/** Whether the portal sent something that can be shown raw. */
function hasReply(error: PortalError): boolean {
  if (error.kind === "notJson") return error.looksLike !== "empty";
  return error.kind === "refused" || error.kind === "malformed";
}

const remediesOf: Readonly<Record<Cause, readonly Remedy[]>> = {
  extensionFault: ["retry", "showLog"],
  keyringLocked: ["retry", "replaceWebhook"],
  webhookNeeded: ["replaceWebhook", "openWebhookHelp"],
  botTokenNeeded: ["addBot", "retry"],
  timedOut: ["retry", "openTimeoutSetting", "showLog"],
  hostNotFound: ["retry", "replaceWebhook", "showLog"],
  connectionRefused: ["retry", "openProxySettings", "replaceWebhook", "showLog"],
  connectionLost: ["retry", "openProxySettings", "showLog"],
  unreachable: ["retry", "openProxySettings", "showLog"],
  proxyUnreachable: ["openProxySettings", "retry", "showLog"],
  proxySignIn: ["openProxySettings", "retry"],
  certificateUntrusted: ["openCertificateSetting", "retry", "showLog"],
  certificateExpired: ["retry", "showLog"],
  certificateNotYetValid: ["retry", "showLog"],
  certificateOfOtherHost: ["replaceWebhook", "retry", "showLog"],
  certificateInvalid: ["retry", "showLog"],
  secureConnectionFailed: ["retry", "openProxySettings", "showLog"],
  interrupted: ["retry", "showLog"],
  tooLarge: ["inspectAnother"],
  portalMoved: ["adoptAddress", "replaceWebhook"],
  redirectElsewhere: ["retry", "replaceWebhook"],
  redirectInsecure: ["replaceWebhook", "retry"],
  redirectLoop: ["retry", "replaceWebhook"],
  redirectNowhere: ["retry", "replaceWebhook"],
  pageNotFound: ["replaceWebhook", "retry"],
  pageSignIn: ["retry", "replaceWebhook"],
  pageBusy: ["retry"],
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
  botViewTooOld: ["retry", "checkAccess"],
  moduleMissing: ["retry", "checkAccess"],
  planWithoutRest: ["retry", "checkAccess"],
  accessDenied: ["retry", "checkAccess"],
  personHidden: ["inspectAnother"],
  noSuchUser: ["inspectAnother"],
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
  searchTooShort: ["retry"],
  noSuchSession: ["retry"],
  noSuchMessage: ["retry"],
  botTokenMissing: ["addBot"],
  botTokenTooLong: ["addBot"],
  botNotFound: ["addBot", "retry"],
  botNotOwned: ["addBot", "retry"],
  botCannotSee: ["retry", "inspectAnother"],
  botMayNotReadMessages: ["addBot"],
  chatNotFound: ["inspectAnother"],
  unknownRefusal: ["retry"],
};
