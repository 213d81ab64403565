import { failure, success } from "../base/result";
import { untilAborted } from "../base/untilAborted";
import type { BotToken } from "./botToken";
import type { PortalResult } from "./portalCaller";
import type { PortalError } from "./portalError";
import type { StoredBot } from "./portalRecord";
import type { StoredSecret } from "./portalSecrets";
import type { Webhook } from "./webhook";

/** Where the webhook of a portal comes from. */
export interface WebhookSource {
  /** @returns why none can be had: none is stored, the keyring cannot be read now, or nobody waits any more */
  webhookFor(portalId: string, signal: AbortSignal): Promise<PortalResult<Webhook>>;
}

/** Where webhooks and bot tokens come from. */
export interface BotTokenSource extends WebhookSource {
  botTokenFor(
    portalId: string,
    botId: number,
    signal: AbortSignal,
  ): Promise<PortalResult<BotToken>>;
  /** Keeps that the token of a bot was proven to be its own. */
  keepProof(portalId: string, bot: StoredBot): Promise<void>;
}

/**
 * A secret, or why there is none. A keyring may ask its user for a password, and not answer before: who waits can
 * give up.
 * @param missing what it means that none is stored
 */
export async function secretFor<T>(
  stored: Promise<StoredSecret<T>>,
  missing: PortalError,
  signal: AbortSignal,
): Promise<PortalResult<T>> {
  const answered = await untilAborted(stored, signal);
  if (answered === undefined) return failure({ error: { kind: "cancelled" }, exchange: undefined });
  const { value } = answered;
  if (!value.ok) return failure({ error: { kind: "keyringLocked" }, exchange: undefined });
  if (value.value === undefined) return failure({ error: missing, exchange: undefined });
  return success(value.value);
}
