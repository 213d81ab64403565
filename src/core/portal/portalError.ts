/**
 * Every way in which a call can fail, as facts; sentences are written in ui. A failure without a
 * reply has no HTTP status, and none is invented for it.
 */
export type PortalError =
  | { readonly kind: "cancelled" }
  /** Reading threw, which nobody foresaw: a bug of this extension. */
  | { readonly kind: "extensionFault" }
  /** No webhook is stored for the portal, or it cannot be read any more. */
  | { readonly kind: "webhookNeeded" }
  /** The keyring did not give what it keeps; whether it keeps anything cannot be known. */
  | { readonly kind: "keyringLocked" }
  /** No token is stored for the bot, or it cannot be read any more. */
  | { readonly kind: "botTokenNeeded"; readonly botId: number }
  /** The portal knows the bot, and shows of it only what it shows to strangers. */
  | { readonly kind: "botTokenOfAnother"; readonly botId: number }
  /** Not sent, for nobody asked for it: the method has used up nearly all of its execution time. */
  | {
      readonly kind: "heldBack";
      readonly host: string;
      readonly method: string;
      readonly usedS: number;
      /** Milliseconds since 1970. */
      readonly untilMs: number;
    }
  | { readonly kind: "timedOut"; readonly host: string; readonly afterMs: number }
  /** No connection: DNS, a refused or reset connection, TLS. `code` is the system's. */
  | {
      readonly kind: "unreachable";
      readonly host: string;
      readonly code: string;
      /** It was not the portal that could not be reached, but this: what stands between. */
      readonly proxy?: string;
    }
  /** The reply began and was cut off. */
  | { readonly kind: "interrupted"; readonly host: string; readonly status: number }
  | { readonly kind: "tooLarge"; readonly host: string; readonly limitBytes: number }
  | {
      readonly kind: "redirected";
      readonly host: string;
      readonly status: number;
      readonly target: RedirectTarget;
    }
  | {
      readonly kind: "notJson";
      readonly host: string;
      readonly status: number;
      /** `line`: a few words, as servers and gateways give their errors. */
      readonly looksLike: "html" | "empty" | "line" | "text";
    }
  /** JSON, but not what the method answers. `path` is where; `found` the JSON type seen there. */
  | {
      readonly kind: "malformed";
      readonly host: string;
      readonly status: number;
      readonly path: string;
      readonly found: string;
      /** The method whose part of a batch this is about. */
      readonly inBatch?: string;
    }
  /** The portal answered with an error of its own. */
  | {
      readonly kind: "refused";
      readonly host: string;
      readonly status: number;
      /** As spelled by the portal; compare with `hasCode`. */
      readonly code: string;
      /** May be empty, or in the portal's language. Plain text, the secret removed. */
      readonly description: string;
    };

/** Where a portal wanted to send the call. Only an origin: the rest may hold the secret. */
export type RedirectTarget =
  | { readonly kind: "none" }
  | { readonly kind: "samePortal" }
  | { readonly kind: "insecure"; readonly host: string }
  | {
      readonly kind: "otherHost";
      readonly host: string;
      readonly origin: string;
      /** As a renamed portal redirects; a sign-in page has a path of its own. */
      readonly keepsPath: boolean;
    };

/** The new address of a portal that was renamed: it redirects the very call that was made. */
export function renamedTo(error: PortalError): string | undefined {
  if (error.kind !== "redirected" || error.target.kind !== "otherHost") return undefined;
  return error.target.keepsPath ? error.target.origin : undefined;
}

/** Codes differ in case between methods (`expired_token`, `ACCESS_DENIED`): REST brief, section 3. */
export function hasCode(error: PortalError, ...codes: readonly string[]): boolean {
  if (error.kind !== "refused") return false;
  const code = error.code.toLowerCase();
  return codes.some((candidate) => candidate.toLowerCase() === code);
}
