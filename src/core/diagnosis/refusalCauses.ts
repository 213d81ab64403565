import type { CauseRow } from "./causeRow";

const chatOfBot = /^imbot\.v2\.chat\./i;

const recordOfBot = /^imbot\.v2\.chat\.get$/i;

/** The rows of the table of causes that a portal's own error code tells. */
export const refusalCauses = {
  // The dialog.
  dialogIdRefused: { actor: "you", remedies: ["inspectAnother"], signs: ["DIALOG_ID_EMPTY"] },
  // Two refusals have one code: an id that led to nothing or to a record that cannot be read has HTTP 400. Only
  // here the status says something that the code does not.
  noRecord: {
    actor: "member",
    remedies: ["retry", "inspectAnother"],
    signs: [{ code: "ACCESS_ERROR", status: 400 }],
  },
  noAccessOrNoChat: {
    actor: "member",
    remedies: ["retry", "inspectAnother", "checkAccess"],
    signs: ["ACCESS_ERROR"],
  },
  chatNotFound: { actor: "you", remedies: ["inspectAnother"], signs: ["CHAT_NOT_FOUND"] },
  noSuchUser: {
    actor: "you",
    remedies: ["inspectAnother"],
    signs: ["USER_NOT_EXISTS", "USER_NOT_FOUND"],
  },
  noSuchSession: { actor: "you", remedies: ["retry"], signs: ["INVALID_SESSION_ID"] },
  noSuchMessage: { actor: "you", remedies: ["retry"], signs: ["MESSAGE_NOT_FOUND"] },
  nothingFound: { actor: "you", remedies: ["retry"], signs: ["ERROR_NOT_FOUND"] },
  searchTooShort: { actor: "you", remedies: ["retry"], signs: ["FIND_SHORT"] },

  // The webhook, and what it may do.
  webhookRejected: {
    actor: "webhookOwner",
    remedies: ["replaceWebhook", "openWebhookHelp", "retry", "checkAccess"],
    signs: [
      "NO_AUTH_FOUND",
      "INVALID_CREDENTIALS",
      "EXPIRED_TOKEN",
      "INVALID_TOKEN",
      "APPLICATION_NOT_FOUND",
    ],
  },
  // A scope that is granted later counts at once: the webhook is replaced only where its address has changed.
  scopeMissing: {
    actor: "webhookOwner",
    remedies: ["checkAccess", "retry", "openWebhookHelp", "replaceWebhook"],
    signs: ["INSUFFICIENT_SCOPE", "SCOPE_ERROR"],
  },
  wrongAuthType: {
    actor: "you",
    remedies: ["replaceWebhook"],
    signs: ["WRONG_AUTH_TYPE", { code: "ACCESS_DENIED", text: /application context required/i }],
  },
  httpsRequired: {
    actor: "administrator",
    remedies: ["retry", "replaceWebhook"],
    signs: [{ code: "INVALID_REQUEST", text: /https|^$/i }],
  },
  authorizationFailed: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: ["ERROR_OAUTH", "AUTH_ERROR"],
  },
  confirmationWaiting: {
    actor: "administrator",
    remedies: ["retry"],
    signs: ["METHOD_CONFIRM_WAITING"],
  },
  confirmationDenied: {
    actor: "administrator",
    remedies: ["retry"],
    signs: ["METHOD_CONFIRM_DENIED"],
  },

  // Whose rights count.
  userInactive: {
    actor: "administrator",
    remedies: ["replaceWebhook"],
    signs: [
      "AUTHORIZATION_ERROR",
      { code: "ACCESS_DENIED", text: /can.?t be authorized in this context/i },
    ],
  },
  userNotAllowed: {
    actor: "administrator",
    remedies: ["replaceWebhook", "retry", "checkAccess"],
    signs: ["USER_ACCESS_ERROR", "AUTHORIZE_ERROR", "ALLOWED_ONLY_INTRANET_USER"],
  },
  personHidden: {
    actor: "administrator",
    remedies: ["inspectAnother"],
    signs: [{ code: "ACCESS_DENIED", method: /^im\.user\./i }],
  },
  sessionHidden: {
    actor: "administrator",
    remedies: ["retry", "replaceWebhook"],
    signs: [{ code: "ACCESS_DENIED", method: /^imopenlines\.session\./i }],
  },
  crmObjectHidden: {
    actor: "administrator",
    remedies: ["retry", "replaceWebhook"],
    signs: [{ code: "ACCESS_DENIED", method: /^imopenlines\.crm\./i }],
  },

  // Bots.
  botTokenMissing: {
    actor: "you",
    remedies: ["addBot"],
    signs: [
      "BOT_TOKEN_NOT_SPECIFIED",
      "CLIENT_ID_NOT_SPECIFIED",
      { code: "ACCESS_DENIED", text: /client id not specified/i },
    ],
  },
  botTokenTooLong: { actor: "you", remedies: ["addBot"], signs: ["BOT_TOKEN_INVALID_LENGTH"] },
  botNotFound: {
    actor: "you",
    remedies: ["addBot", "retry"],
    signs: ["BOT_NOT_FOUND", "BOT_ID_ERROR"],
  },
  botNotOwned: {
    actor: "you",
    remedies: ["addBot", "retry"],
    signs: ["BOT_OWNERSHIP_ERROR", "APP_ID_ERROR"],
  },
  // For a chat that does not exist these methods have another code: this one says that it does.
  botCannotSee: {
    actor: "member",
    remedies: ["retry", "inspectAnother"],
    signs: [{ code: "ACCESS_DENIED", method: chatOfBot }],
  },
  // A comment thread is read with the rights of the post that it belongs to (corrections of the brief, A7).
  threadWithoutPost: {
    actor: "you",
    remedies: ["inspectAnother"],
    signs: [{ code: "MESSAGE_NOT_FOUND", method: recordOfBot }],
  },
  botNotInChannel: {
    actor: "member",
    remedies: ["retry", "inspectAnother"],
    signs: [{ code: "MESSAGE_ACCESS_DENIED", method: recordOfBot }],
  },
  historyLimited: {
    actor: "administrator",
    remedies: ["inspectAnother"],
    signs: ["MESSAGE_ACCESS_DENIED_BY_TARIFF"],
  },
  botMayNotReadMessages: {
    actor: "you",
    remedies: ["addBot"],
    signs: ["MESSAGE_ACCESS_DENIED", "BOT_TYPE_NOT_ALLOWED"],
  },
  userNotSubscribed: { actor: "you", remedies: ["retry"], signs: ["USER_NOT_SUBSCRIBED"] },

  // The portal: its plan, its version, its health.
  planWithoutRest: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: [
      "PAYMENT_REQUIRED",
      { code: "ACCESS_DENIED", text: /by subscription|commercial plan|по подписке|коммерческ/i },
    ],
  },
  planWithoutMethod: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: [{ code: "ACCESS_DENIED", text: /extended plans|расширенн\S+ тариф/i }],
  },
  licenseProblem: {
    actor: "administrator",
    remedies: ["retry"],
    signs: ["VERIFICATION_NEEDED", "WRONG_LICENSE", "PORTAL_BLOCKED_BY_LICENSE_SCANNER"],
  },
  botViewTooOld: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: [{ code: "ERROR_METHOD_NOT_FOUND", method: /^imbot\.v2\./i }],
  },
  methodNotFound: {
    actor: "administrator",
    remedies: ["replaceWebhook", "retry", "checkAccess"],
    signs: ["ERROR_METHOD_NOT_FOUND"],
  },
  moduleMissing: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: ["IM_NOT_INSTALLED"],
  },
  portalClosed: { actor: "administrator", remedies: ["retry"], signs: ["PORTAL_DELETED"] },
  rateLimited: {
    actor: "time",
    remedies: ["retry"],
    signs: ["QUERY_LIMIT_EXCEEDED"],
    isNoAnswer: true,
  },
  operatingLimit: {
    actor: "time",
    remedies: ["retry"],
    signs: ["OPERATION_TIME_LIMIT"],
    isNoAnswer: true,
  },
  overload: { actor: "support", remedies: ["retry"], signs: ["OVERLOAD_LIMIT"], isNoAnswer: true },
  authorizationServerDown: {
    actor: "time",
    remedies: ["retry"],
    signs: ["CONNECTION_ERROR", "REST_SERVER_NOT_FOUND"],
    isNoAnswer: true,
  },
  serverError: {
    actor: "administrator",
    remedies: ["retry"],
    signs: [
      "ERROR_CORE",
      "INTERNAL_SERVER_ERROR",
      "ERROR_UNEXPECTED_ANSWER",
      "INTERNAL_WRONG_TRANSPORT",
      "WRONG_ENCODING",
    ],
    isNoAnswer: true,
  },
  badParameter: {
    actor: "you",
    remedies: ["showLog"],
    signs: [
      "ERROR_ARGUMENT",
      "100",
      "ERROR_BATCH_METHOD_NOT_ALLOWED",
      "ERROR_BATCH_LENGTH_EXCEEDED",
      "ID_EMPTY",
      "CHAT_ID_EMPTY",
      "BOT_ID_REQUIRED",
      "PARAMS_REQUIRED",
      "MISSING_REQUIRED_PARAM",
      "INVALID_FORMAT",
      "FIRST_ID_STRING",
      "LAST_ID_STRING",
    ],
  },
  // Half a dozen refusals have this code; the rows that a text or a method tells stand apart.
  accessDenied: {
    actor: "administrator",
    remedies: ["retry", "checkAccess"],
    signs: [
      "ACCESS_DENIED",
      "BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION",
      { code: "", text: /^(?:access denied|доступ запрещ[её]н)\W*$/i },
    ],
  },
  unknownRefusal: { actor: "administrator", remedies: ["retry"] },
} as const satisfies Readonly<Record<string, CauseRow>>;
