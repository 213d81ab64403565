import type { PortalRecord } from "./portalRecord";
import type { Webhook } from "./webhook";
import type { WebhookAccess } from "./webhookAccess";

/** Whose webhook takes the place of a portal's. */
export type Replacement =
  /** The same user's of the same address. */
  | "same"
  /** Another user's: dialogs may look different, and private ones are others. */
  | "otherUser"
  /** Another address: the ids of its chats mean nothing at the former one. */
  | "otherPortal";

/** @param access absent: the portal did not answer, and the webhook's own address names its user */
export function replacementOf(
  { origin, userId }: PortalRecord,
  webhook: Webhook,
  access: WebhookAccess | undefined,
): Replacement {
  if (webhook.origin !== origin) return "otherPortal";
  return (access?.userId ?? webhook.userId) === userId ? "same" : "otherUser";
}
