import type { PortalError } from "../portal/portalError";

/** What a portal's own error code means. */
export type RefusalCause =
  | "dialogIdRefused"
  | "noAccessOrNoChat"
  | "noRecord"
  | "methodNotFound"
  | "botViewTooOld"
  | "moduleMissing"
  | "webhookRejected"
  | "scopeMissing"
  | "planWithoutRest"
  | "accessDenied"
  | "personHidden"
  | "noSuchUser"
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
  | "searchTooShort"
  | "noSuchSession"
  | "noSuchMessage"
  | "botTokenMissing"
  | "botTokenTooLong"
  | "botNotFound"
  | "botNotOwned"
  | "botCannotSee"
  | "botMayNotReadMessages"
  | "chatNotFound"
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
    authorize_error: "userNotAllowed",
    allowed_only_intranet_user: "userNotAllowed",
    authorization_error: "userInactive",
    wrong_auth_type: "wrongAuthType",
    invalid_request: "httpsRequired",
    query_limit_exceeded: "rateLimited",
    operation_time_limit: "operatingLimit",
    overload_limit: "overload",
    error_argument: "badParameter",
    "100": "badParameter",
    error_batch_method_not_allowed: "badParameter",
    error_batch_length_exceeded: "badParameter",
    id_empty: "badParameter",
    chat_id_empty: "badParameter",
    bot_id_required: "badParameter",
    params_required: "badParameter",
    missing_required_param: "badParameter",
    invalid_format: "badParameter",
    first_id_string: "badParameter",
    last_id_string: "badParameter",
    error_core: "serverError",
    internal_server_error: "serverError",
    error_unexpected_answer: "serverError",
    internal_wrong_transport: "serverError",
    wrong_encoding: "serverError",
    portal_deleted: "portalClosed",
    method_confirm_waiting: "confirmationWaiting",
    method_confirm_denied: "confirmationDenied",
    im_not_installed: "moduleMissing",
    user_not_exists: "noSuchUser",
    find_short: "searchTooShort",
    invalid_session_id: "noSuchSession",
    message_not_found: "noSuchMessage",
    message_access_denied: "botMayNotReadMessages",
    bot_type_not_allowed: "botMayNotReadMessages",
    bot_token_not_specified: "botTokenMissing",
    client_id_not_specified: "botTokenMissing",
    bot_token_invalid_length: "botTokenTooLong",
    bot_not_found: "botNotFound",
    bot_id_error: "botNotFound",
    bot_ownership_error: "botNotOwned",
    app_id_error: "botNotOwned",
    chat_not_found: "chatNotFound",
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

/** @param method that was called; two codes mean one thing for one method and another for the next */
export function causeOfCode(
  error: Extract<PortalError, { kind: "refused" }>,
  method = "",
): RefusalCause {
  const cause = causes.get(error.code.toLowerCase()) ?? "unknownRefusal";
  const called = method.toLowerCase();
  switch (cause) {
    case "noAccessOrNoChat":
      // Two refusals: "no access or no such chat" (403), and an id that led to nothing or to a record that
      // cannot be read (400). Only here the status tells something that the code does not.
      return error.status === 400 ? "noRecord" : cause;
    case "methodNotFound":
      return called.startsWith("imbot.v2.") ? "botViewTooOld" : cause;
    case "accessDenied":
      return causeOfDenial(error.description, called);
    default:
      return cause;
  }
}

/** ACCESS_DENIED is the code of half a dozen refusals. The texts of the first three are never translated. */
function causeOfDenial(description: string, called: string): RefusalCause {
  if (/by subscription|commercial plan/i.test(description)) return "planWithoutRest";
  if (/client id not specified/i.test(description)) return "botTokenMissing";
  if (/application context required/i.test(description)) return "wrongAuthType";
  // For a chat that does not exist the method has another code: this one says that it does.
  if (called.startsWith("imbot.v2.chat.")) return "botCannotSee";
  return called.startsWith("im.user.") ? "personHidden" : "accessDenied";
}
