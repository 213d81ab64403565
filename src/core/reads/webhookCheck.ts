import { success } from "../base/result";
import { malformed } from "../portal/misfit";
import type { PortalCaller, PortalResult } from "../portal/portalCaller";
import type { Webhook } from "../portal/webhook";
import { readOwner, readScopes, type WebhookAccess } from "../portal/webhookAccess";

/**
 * Asks the portal who owns a webhook (`profile`) and what it is granted (`scope`). Both methods
 * belong to the global scope: they answer for every good webhook.
 * @see REST brief, transport.md section 4 and browsing.md section 1
 */
export async function checkWebhook(
  client: PortalCaller,
  webhook: Webhook,
  signal: AbortSignal,
): Promise<PortalResult<WebhookAccess>> {
  const profile = await client.call(webhook, "profile", {}, signal);
  if (!profile.ok) return profile;
  const owner = readOwner(profile.value.result);
  if (!owner.ok) return malformed(profile.value.exchange, owner.error);
  const granted = await client.call(webhook, "scope", {}, signal);
  if (!granted.ok) return granted;
  return success({ ...owner.value, scopes: readScopes(granted.value.result) });
}
