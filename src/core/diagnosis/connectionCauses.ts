import type { CauseRow } from "./causeRow";

/** The rows of the table of causes that are no refusal of the portal's own. */
export const connectionCauses = {
  // Nothing was sent.
  extensionFault: { actor: "you", remedies: ["retry", "showLog"], isNoAnswer: true },
  keyringLocked: { actor: "you", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  webhookNeeded: { actor: "you", remedies: ["replaceWebhook", "openWebhookHelp"] },
  botTokenNeeded: { actor: "you", remedies: ["addBot", "retry"] },

  heldBack: { actor: "time", remedies: ["retry"], isNoAnswer: true },

  // The network.
  timedOut: {
    actor: "you",
    remedies: ["retry", "openTimeoutSetting", "showLog"],
    isNoAnswer: true,
  },
  hostNotFound: {
    actor: "network",
    remedies: ["retry", "replaceWebhook", "showLog"],
    network: /^(ENOTFOUND|EAI_)/,
    isNoAnswer: true,
  },
  connectionRefused: {
    actor: "administrator",
    remedies: ["retry", "openProxySettings", "replaceWebhook", "showLog"],
    network: /^ECONNREFUSED$/,
    isNoAnswer: true,
  },
  connectionLost: {
    actor: "network",
    remedies: ["retry", "openProxySettings", "showLog"],
    network: /^(ECONNRESET|ECONNABORTED|EPIPE)$/,
    isNoAnswer: true,
  },
  certificateUntrusted: {
    actor: "you",
    remedies: ["openCertificateSetting", "retry", "showLog"],
    network: /SELF_SIGNED|^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/,
    isNoAnswer: true,
  },
  certificateExpired: {
    actor: "administrator",
    remedies: ["retry", "showLog"],
    network: /^CERT_HAS_EXPIRED$/,
    isNoAnswer: true,
  },
  certificateNotYetValid: {
    actor: "you",
    remedies: ["retry", "showLog"],
    network: /^CERT_NOT_YET_VALID$/,
    isNoAnswer: true,
  },
  certificateOfOtherHost: {
    actor: "administrator",
    remedies: ["replaceWebhook", "retry", "showLog"],
    network: /^(ERR_TLS_CERT_ALTNAME_|HOSTNAME_MISMATCH$)/,
    isNoAnswer: true,
  },
  secureConnectionFailed: {
    actor: "network",
    remedies: ["retry", "openProxySettings", "showLog"],
    network: /^(ERR_(TLS|SSL)_|EPROTO$)/,
    isNoAnswer: true,
  },
  certificateInvalid: {
    actor: "administrator",
    remedies: ["retry", "showLog"],
    network: /CERT|CRL|^INVALID_(CA|PURPOSE)$|^UNABLE_TO_DEC|^PATH_LENGTH_EXCEEDED$/,
    isNoAnswer: true,
  },
  unreachable: {
    actor: "network",
    remedies: ["retry", "openProxySettings", "showLog"],
    isNoAnswer: true,
  },
  proxyUnreachable: {
    actor: "you",
    remedies: ["openProxySettings", "retry", "showLog"],
    isNoAnswer: true,
  },
  proxySignIn: { actor: "network", remedies: ["openProxySettings", "retry"], isNoAnswer: true },
  interrupted: { actor: "time", remedies: ["retry", "showLog"], isNoAnswer: true },
  tooLarge: { actor: "administrator", remedies: ["inspectAnother"], isNoAnswer: true },

  // Redirects, and what is no answer of a method's.
  portalMoved: { actor: "you", remedies: ["adoptAddress", "replaceWebhook"], isNoAnswer: true },
  redirectElsewhere: { actor: "network", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  redirectInsecure: {
    actor: "administrator",
    remedies: ["replaceWebhook", "retry"],
    isNoAnswer: true,
  },
  redirectLoop: { actor: "administrator", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  redirectNowhere: {
    actor: "administrator",
    remedies: ["retry", "replaceWebhook"],
    isNoAnswer: true,
  },
  noSuchPortal: { actor: "you", remedies: ["replaceWebhook", "retry"], isNoAnswer: true },
  pageNotFound: { actor: "you", remedies: ["replaceWebhook", "retry"], isNoAnswer: true },
  pageSignIn: { actor: "network", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  serverBusy: { actor: "time", remedies: ["retry"], isNoAnswer: true },
  serverFailed: { actor: "administrator", remedies: ["retry"], isNoAnswer: true },
  webPage: { actor: "administrator", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  emptyReply: { actor: "administrator", remedies: ["retry"], isNoAnswer: true },
  notJson: { actor: "administrator", remedies: ["retry", "replaceWebhook"], isNoAnswer: true },
  malformed: { actor: "administrator", remedies: ["retry"], isNoAnswer: true },
} as const satisfies Readonly<Record<string, CauseRow>>;
