import { renamedTo, type PortalError } from "../portal/portalError";
import type { Actor, CauseRow, Sign } from "./causeRow";
import { connectionCauses } from "./connectionCauses";
import { refusalCauses } from "./refusalCauses";

/**
 * Every cause of a failure, with what tells it, who must act, and what helps: the one table of them. `text` explains
 * each cause, `panel/view/actions` has a button for each remedy, and the compiler asks for both.
 * @see REST brief, transport.md section 5, dialogs.md sections 1.3 and 4
 */
const table = { ...connectionCauses, ...refusalCauses } as const;

/** Why a read failed, as far as the failure tells. */
export type Cause = keyof typeof table;

/** What a person can do about it with one click. */
export type Remedy =
  | (typeof table)[Cause]["remedies"][number]
  /** Where a bare number was asked for: the chat of that number. */
  | "inspectAsChat"
  /** Wherever a reply came. */
  | "openRaw";

interface KnownCause extends CauseRow {
  readonly actor: Actor;
  readonly remedies: readonly Remedy[];
}

export const causes: Readonly<Record<Cause, KnownCause>> = table;

export const allCauses = Object.keys(table) as readonly Cause[];

export const allRemedies: readonly Remedy[] = [
  ...new Set<Remedy>([
    ...allCauses.flatMap((cause) => causes[cause].remedies),
    "inspectAsChat",
    "openRaw",
  ]),
];

/** Every failure but cancellation, which is none. */
export type Failure = Exclude<PortalError, { kind: "cancelled" }>;

type Refusal = Extract<PortalError, { kind: "refused" }>;

/** @param method that was called; some codes mean one thing for one method and another for the next */
export function causeOf(error: Failure, method = ""): Cause {
  switch (error.kind) {
    case "refused":
      return causeOfRefusal(error, method);
    case "unreachable":
      return error.proxy === undefined ? causeOfNetworkCode(error.code) : "proxyUnreachable";
    case "botTokenOfAnother":
      return "botNotOwned";
    case "redirected":
      return renamedTo(error) === undefined ? redirectCauses[error.target.kind] : "portalMoved";
    case "notJson":
      return causeOfStatus(error.status) ?? causeOfBody(error);
    case "malformed":
      return causeOfStatus(error.status) ?? "malformed";
    case "extensionFault":
    case "keyringLocked":
    case "webhookNeeded":
    case "botTokenNeeded":
    case "heldBack":
    case "timedOut":
    case "interrupted":
    case "tooLarge":
      return error.kind;
  }
}

/** The portal said nothing of what was asked; the status counts only for codes that nobody documented. */
export function isNoAnswer(error: PortalError): boolean {
  if (error.kind === "cancelled") return false;
  const cause = causeOf(error);
  if (cause === "unknownRefusal" && error.kind === "refused") return error.status >= 500;
  return causes[cause].isNoAnswer === true;
}

function causeOfRefusal(error: Refusal, method: string): Cause {
  const isOf = (sign: Sign): boolean => {
    const { code, status, method: ofMethod, text } = typeof sign === "string" ? plain(sign) : sign;
    return (
      code.toLowerCase() === error.code.toLowerCase() &&
      (status === undefined || status === error.status) &&
      ofMethod?.test(method) !== false &&
      text?.test(error.description) !== false
    );
  };
  const [cause = "unknownRefusal"] = [...textSigns, ...otherSigns, ...plainSigns].flatMap(
    ({ cause, sign }) => (isOf(sign) ? [cause] : []),
  );
  return cause;
}

/** A fixed text says more than a method, and a method more than a code alone. */
const signs = allCauses.flatMap((cause) =>
  (causes[cause].signs ?? []).map((sign) => ({ cause, sign })),
);
const textSigns = signs.filter(({ sign }) => typeof sign !== "string" && sign.text !== undefined);
const otherSigns = signs.filter(({ sign }) => typeof sign !== "string" && sign.text === undefined);
const plainSigns = signs.filter(({ sign }) => typeof sign === "string");

function plain(code: string): Exclude<Sign, string> {
  return { code };
}

function causeOfNetworkCode(code: string): Cause {
  return allCauses.find((cause) => causes[cause].network?.test(code) === true) ?? "unreachable";
}

const redirectCauses = {
  otherHost: "redirectElsewhere",
  insecure: "redirectInsecure",
  samePortal: "redirectLoop",
  none: "redirectNowhere",
} as const satisfies Readonly<Record<string, Cause>>;

/** Whatever was sent with such a status, a method of the portal's has not written it. */
function causeOfStatus(status: number): Cause | undefined {
  if (status === 407) return "proxySignIn";
  if (status === 429) return "rateLimited";
  // Network Authentication Required (RFC 6585): what stands between wants a sign-in.
  if (status === 511) return "pageSignIn";
  // From 520 to 524 a gateway says that it did not get through to the server; later ones are of certificates and names.
  if ((status >= 502 && status <= 504) || (status >= 520 && status <= 524)) return "serverBusy";
  return status >= 500 ? "serverFailed" : undefined;
}

/** Pages come from whatever stands before the portal: of them the status is all there is to go by. */
function causeOfBody({
  host,
  status,
  looksLike,
}: Extract<PortalError, { kind: "notJson" }>): Cause {
  if (looksLike === "empty") return "emptyReply";
  if (looksLike === "text" || (looksLike === "line" && status < 400)) return "notJson";
  // Nobody runs a firewall before Bitrix24's cloud: it refuses names that it does not know, with a page.
  const isCloudPage = looksLike === "html" && isCloud(host);
  if (isCloudPage && (status === 403 || status === 404)) return "noSuchPortal";
  if (status === 404) return "pageNotFound";
  return status === 200 ? "pageSignIn" : "webPage";
}

/** Of Bitrix24's own cloud: `example.bitrix24.com`, `example.bitrix24.com.br`. */
function isCloud(host: string): boolean {
  return /\.bitrix24\.[a-z]{2,5}(\.[a-z]{2})?(:\d+)?$/i.test(host);
}
