import type { PortalError } from "../portal/portalError";
import { isPassing } from "./refusalCauses";

/**
 * The portal said nothing of what was asked: a webhook may be good all the same, and an answer from before is
 * old, not wrong.
 */
export function isNoAnswer(error: PortalError): boolean {
  switch (error.kind) {
    case "extensionFault":
    case "keyringLocked":
    case "timedOut":
    case "unreachable":
    case "interrupted":
    case "tooLarge":
    case "notJson":
      return true;
    case "refused":
      return isPassing(error);
    case "cancelled":
    case "webhookNeeded":
    case "botTokenNeeded":
    case "botTokenOfAnother":
    case "redirected":
    case "malformed":
      return false;
  }
}
