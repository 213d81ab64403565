import type { PortalError } from "../portal/portalError";

/** What a portal's own error code means. */
export type RefusalCause =
  | "dialogIdRefused"
  | "noAccessOrNoChat"
  | "noRecord"
  | "methodNotFound"
  | "webhookRejected"
  | "scopeMissing"
  | "accessDenied"
  | "userNotAllowed"
  | "userInactive"
  | "wrongAuthType"
  | "httpsRequired"
  | "rateLimited"
  | "operatingLimit"
  | "overload"
  | "badParameter"
  | "serverError"
  | "portalClosed"
  | "confirmationWaiting"
  | "confirmationDenied"
  | "unknownRefusal";

/** By code in lower case: portals spell them in both. Statuses are not asked, they disagree. */
const causes: ReadonlyMap<string, RefusalCause> = new Map(
  Object.entries<RefusalCause>({
    dialog_id_empty: "dialogIdRefused",
    access_error: "noAccessOrNoChat",
    error_method_not_found: "methodNotFound",
    error_manifest_is_not_available: "methodNotFound",
    no_auth_found: "webhookRejected",
    invalid_credentials: "webhookRejected",
    expired_token: "webhookRejected",
    invalid_token: "webhookRejected",
    insufficient_scope: "scopeMissing",
    access_denied: "accessDenied",
    user_access_error: "userNotAllowed",
    allowed_only_intranet_user: "userNotAllowed",
    authorization_error: "userInactive",
    wrong_auth_type: "wrongAuthType",
    invalid_request: "httpsRequired",
    query_limit_exceeded: "rateLimited",
    operation_time_limit: "operatingLimit",
    overload_limit: "overload",
    error_argument: "badParameter",
    "100": "badParameter",
    error_core: "serverError",
    internal_server_error: "serverError",
    error_unexpected_answer: "serverError",
    internal_wrong_transport: "serverError",
    wrong_encoding: "serverError",
    portal_deleted: "portalClosed",
    method_confirm_waiting: "confirmationWaiting",
    method_confirm_denied: "confirmationDenied",
  }),
);

/**
 * The portal is busy or broken for now: the refusal says nothing of the webhook or the dialog. The
 * status counts only for codes that nobody documented.
 */
export function isPassing(error: Extract<PortalError, { kind: "refused" }>): boolean {
  switch (causeOfCode(error)) {
    case "rateLimited":
    case "operatingLimit":
    case "overload":
    case "serverError":
      return true;
    case "unknownRefusal":
      return error.status >= 500;
    default:
      return false;
  }
}

/**
 * ACCESS_ERROR is two refusals: "no access or no such chat" (403), and a chat that was found but
 * whose record cannot be read (400). Only here the status tells something that the code does not.
 */
export function causeOfCode(error: Extract<PortalError, { kind: "refused" }>): RefusalCause {
  const cause = causes.get(error.code.toLowerCase()) ?? "unknownRefusal";
  return cause === "noAccessOrNoChat" && error.status === 400 ? "noRecord" : cause;
}
