import type { KnownAccess, PortalRecord } from "./portalRecord";
import type { Webhook } from "./webhook";

/** Whose webhook takes the place of a portal's. */
export type Replacement =
  /** The same user's of the same address. */
  | "same"
  /** Another user's: dialogs may look different, and private ones are others. */
  | "otherUser"
  /** Another address: the ids of its chats mean nothing at the former one. */
  | "otherPortal";

/**
 * @param isSameAddress the webhook leads to where the portal is: host and prefix
 * @param access absent: the portal did not answer, and the webhook's own address names its user
 */
export function replacementOf(
  { userId }: PortalRecord,
  isSameAddress: boolean,
  webhook: Webhook,
  access: KnownAccess | undefined,
): Replacement {
  if (!isSameAddress) return "otherPortal";
  return (access?.userId ?? webhook.userId) === userId ? "same" : "otherUser";
}
