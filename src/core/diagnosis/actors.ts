import type { Cause } from "./diagnose";

/** Who can mend a failure: the first one to turn to. */
export type Actor =
  | "you"
  | "webhookOwner"
  /** A member of the chat. */
  | "member"
  /** The portal's administrator. */
  | "administrator"
  /** Bitrix24's support. */
  | "support"
  /** Whoever runs the network between this computer and the portal. */
  | "network"
  /** Nobody: it passes by itself. */
  | "time";

export function actorOf(cause: Cause): Actor {
  return actors[cause];
}

const actors: Readonly<Record<Cause, Actor>> = {
  extensionFault: "you",
  keyringLocked: "you",
  webhookNeeded: "you",
  botTokenNeeded: "you",
  timedOut: "you",
  hostNotFound: "network",
  connectionRefused: "administrator",
  connectionLost: "network",
  unreachable: "network",
  proxyUnreachable: "you",
  proxySignIn: "network",
  certificateUntrusted: "you",
  certificateExpired: "administrator",
  certificateNotYetValid: "you",
  certificateOfOtherHost: "administrator",
  certificateInvalid: "administrator",
  secureConnectionFailed: "network",
  interrupted: "time",
  tooLarge: "administrator",
  portalMoved: "you",
  redirectElsewhere: "network",
  redirectInsecure: "administrator",
  redirectLoop: "administrator",
  redirectNowhere: "administrator",
  pageNotFound: "you",
  pageSignIn: "network",
  pageBusy: "time",
  webPage: "administrator",
  emptyReply: "administrator",
  notJson: "administrator",
  malformed: "administrator",
  dialogIdRefused: "you",
  noAccessOrNoChat: "member",
  noRecord: "member",
  methodNotFound: "administrator",
  botViewTooOld: "administrator",
  moduleMissing: "administrator",
  webhookRejected: "webhookOwner",
  scopeMissing: "webhookOwner",
  planWithoutRest: "administrator",
  accessDenied: "administrator",
  personHidden: "administrator",
  noSuchUser: "you",
  userNotAllowed: "administrator",
  userInactive: "administrator",
  wrongAuthType: "you",
  httpsRequired: "you",
  rateLimited: "time",
  operatingLimit: "time",
  overload: "support",
  badParameter: "you",
  serverError: "administrator",
  portalClosed: "administrator",
  confirmationWaiting: "administrator",
  confirmationDenied: "administrator",
  searchTooShort: "you",
  noSuchSession: "you",
  noSuchMessage: "you",
  botTokenMissing: "you",
  botTokenTooLong: "you",
  botNotFound: "you",
  botNotOwned: "you",
  botCannotSee: "member",
  botMayNotReadMessages: "you",
  chatNotFound: "you",
  unknownRefusal: "administrator",
};
