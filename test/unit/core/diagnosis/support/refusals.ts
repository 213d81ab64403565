import type { Cause } from "../../../../../src/core/diagnosis/causes";

export interface RefusalRow {
  readonly code: string;
  readonly status: number;
  /** "": the code means the same for every method. */
  readonly method: string;
  readonly text: string;
  readonly cause: Cause;
}

type Row = readonly [
  code: string,
  statuses: readonly number[],
  cause: Cause,
  method?: string,
  text?: string,
];

const v2Chat = "imbot.v2.Chat.get";

/**
 * Every row of the REST brief's error tables (transport.md section 5; dialogs.md sections 1.3, 4 and 7; browsing.md),
 * with each status that documentation or source give it.
 */
const rows: readonly Row[] = [
  // transport.md section 5
  ["ERROR_METHOD_NOT_FOUND", [404, 400], "methodNotFound", "imbot.dialog.get"],
  ["ERROR_METHOD_NOT_FOUND", [404, 400], "botViewTooOld", v2Chat],
  ["NO_AUTH_FOUND", [401], "webhookRejected"],
  ["INVALID_CREDENTIALS", [401, 403], "webhookRejected"],
  ["expired_token", [401], "webhookRejected"],
  ["invalid_token", [401], "webhookRejected"],
  ["insufficient_scope", [403, 401, 200], "scopeMissing"],
  ["INSUFFICIENT_SCOPE", [401], "scopeMissing"],
  [
    "ACCESS_DENIED",
    [401, 403],
    "planWithoutRest",
    "imbot.dialog.get",
    "REST is available only by subscription.",
  ],
  [
    "ACCESS_DENIED",
    [401, 403],
    "planWithoutRest",
    v2Chat,
    "REST API is available only on commercial plans",
  ],
  ["ACCESS_DENIED", [401, 403], "accessDenied", "imbot.dialog.get", "Access denied!"],
  ["ACCESS_DENIED", [401, 403], "accessDenied"],
  ["user_access_error", [403], "userNotAllowed"],
  ["allowed_only_intranet_user", [403], "userNotAllowed"],
  ["authorization_error", [401], "userInactive"],
  ["WRONG_AUTH_TYPE", [403], "wrongAuthType"],
  ["INVALID_REQUEST", [400, 401], "httpsRequired"],
  ["QUERY_LIMIT_EXCEEDED", [503, 401], "rateLimited"],
  ["OPERATION_TIME_LIMIT", [429], "operatingLimit"],
  ["OVERLOAD_LIMIT", [503, 401], "overload"],
  ["ERROR_BATCH_METHOD_NOT_ALLOWED", [405, 200], "badParameter"],
  ["ERROR_BATCH_LENGTH_EXCEEDED", [400, 200], "badParameter"],
  ["METHOD_CONFIRM_WAITING", [401], "confirmationWaiting"],
  ["METHOD_CONFIRM_DENIED", [403], "confirmationDenied"],
  ["ERROR_ARGUMENT", [400], "badParameter"],
  ["100", [400], "badParameter"],
  ["ERROR_CORE", [400, 500], "serverError"],
  ["INTERNAL_SERVER_ERROR", [500], "serverError"],
  ["INTERNAL_WRONG_TRANSPORT", [500], "serverError"],
  ["ERROR_UNEXPECTED_ANSWER", [500], "serverError"],
  ["PORTAL_DELETED", [500, 403], "portalClosed"],
  ["ERROR_MANIFEST_IS_NOT_AVAILABLE", [404], "unknownRefusal"],
  ["WRONG_ENCODING", [200], "serverError"],
  // dialogs.md section 1.3
  ["DIALOG_ID_EMPTY", [400], "dialogIdRefused"],
  ["ACCESS_ERROR", [403, 200], "noAccessOrNoChat"],
  ["ACCESS_ERROR", [400], "noRecord"],
  // dialogs.md section 4
  ["BOT_TOKEN_NOT_SPECIFIED", [400, 403], "botTokenMissing", v2Chat],
  ["CLIENT_ID_NOT_SPECIFIED", [400, 403], "botTokenMissing", v2Chat],
  ["BOT_TOKEN_INVALID_LENGTH", [400, 403], "botTokenTooLong", v2Chat],
  ["BOT_ID_REQUIRED", [400, 403], "badParameter", v2Chat],
  ["BOT_NOT_FOUND", [400, 403], "botNotFound", v2Chat],
  ["BOT_OWNERSHIP_ERROR", [400, 403], "botNotOwned", v2Chat],
  ["ACCESS_DENIED", [400, 403], "botCannotSee", v2Chat, "Zugriff verweigert."],
  ["ACCESS_DENIED", [400, 403], "botCannotSee", "imbot.v2.chat.get"],
  ["CHAT_NOT_FOUND", [400, 403], "chatNotFound", v2Chat],
  ["100", [400], "badParameter", v2Chat],
  // dialogs.md section 7 and browsing.md
  ["AUTHORIZE_ERROR", [403], "userNotAllowed"],
  ["IM_NOT_INSTALLED", [400], "moduleMissing"],
  ["MISSING_REQUIRED_PARAM", [400], "badParameter"],
  ["INVALID_SESSION_ID", [400], "noSuchSession"],
  [
    "ACCESS_DENIED",
    [403],
    "botTokenMissing",
    "imbot.chat.user.list",
    "Access denied! Client ID not specified",
  ],
  [
    "ACCESS_DENIED",
    [400],
    "wrongAuthType",
    "app.info",
    "Access denied! Application context required",
  ],
  ["BOT_ID_ERROR", [400], "botNotFound"],
  ["APP_ID_ERROR", [400], "botNotOwned"],
  ["PARAMS_REQUIRED", [400], "badParameter"],
  ["FIND_SHORT", [400], "searchTooShort"],
  ["CHAT_ID_EMPTY", [400], "badParameter"],
  ["ID_EMPTY", [400], "badParameter"],
  ["USER_NOT_EXISTS", [400], "noSuchUser"],
  ["ACCESS_DENIED", [400, 403], "personHidden", "im.user.get"],
  ["INVALID_FORMAT", [400], "badParameter"],
  ["FIRST_ID_STRING", [400], "badParameter"],
  ["LAST_ID_STRING", [400], "badParameter"],
  ["BOT_TYPE_NOT_ALLOWED", [400], "botMayNotReadMessages"],
  ["MESSAGE_NOT_FOUND", [400], "noSuchMessage"],
  ["MESSAGE_ACCESS_DENIED", [400], "botMayNotReadMessages"],
  // what else has a sentence of its own
  ["USER_NOT_FOUND", [400], "noSuchUser"],
  ["ERROR_NOT_FOUND", [400], "nothingFound"],
  ["SCOPE_ERROR", [400], "scopeMissing"],
  ["AUTH_ERROR", [400], "authorizationFailed"],
  ["ERROR_OAUTH", [400], "authorizationFailed", "", "The disk space of the portal is used up."],
  ["USER_NOT_SUBSCRIBED", [400], "userNotSubscribed"],
  ["APPLICATION_NOT_FOUND", [401], "webhookRejected"],
  ["CONNECTION_ERROR", [401], "authorizationServerDown"],
  ["REST_SERVER_NOT_FOUND", [401], "authorizationServerDown"],
  ["PAYMENT_REQUIRED", [401, 402], "planWithoutRest"],
  ["WRONG_LICENSE", [403], "licenseProblem"],
  ["verification_needed", [401], "licenseProblem"],
  ["PORTAL_BLOCKED_BY_LICENSE_SCANNER", [403], "licenseProblem"],
  ["ACCESS_DENIED", [401], "userInactive", "", "Current user can't be authorized in this context"],
  [
    "ACCESS_DENIED",
    [403],
    "planWithoutMethod",
    "",
    "Access denied! Available only on extended plans",
  ],
  ["ACCESS_DENIED", [403], "crmObjectHidden", "imopenlines.crm.chat.get"],
  ["ACCESS_DENIED", [403], "sessionHidden", "imopenlines.session.history.get"],
  ["BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION", [403], "accessDenied", "", "Доступ запрещён"],
  ["", [400], "accessDenied", "", "Access denied."],
  // a comment thread, as a bot
  ["MESSAGE_NOT_FOUND", [400], "threadWithoutPost", v2Chat],
  ["MESSAGE_ACCESS_DENIED", [400], "botNotInChannel", v2Chat],
  ["MESSAGE_ACCESS_DENIED_BY_TARIFF", [400], "historyLimited", v2Chat],
  // codes of nobody's table
  ["SOMETHING_NEW", [400, 403, 500], "unknownRefusal"],
  ["", [400], "unknownRefusal"],
  ["constructor", [400], "unknownRefusal"],
  ["__proto__", [400], "unknownRefusal"],
];

export const refusals: readonly RefusalRow[] = rows.flatMap(
  ([code, statuses, cause, method = "", text = ""]) =>
    statuses.map((status) => ({ code, status, method, text, cause })),
);
