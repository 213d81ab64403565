import { failure, success } from "../../../src/core/base/result";
import type { BotToken } from "../../../src/core/portal/botToken";
import type { Webhook } from "../../../src/core/portal/webhook";
import type { BotTokenSource } from "../../../src/core/portal/webhookSource";

/** Where every portal has this webhook and every bot this token; `undefined`: none is stored. */
export function storedSecrets(webhook: Webhook | undefined, token?: BotToken): BotTokenSource {
  return {
    webhookFor: () =>
      Promise.resolve(
        webhook === undefined
          ? failure({ error: { kind: "webhookNeeded" }, exchange: undefined })
          : success(webhook),
      ),
    botTokenFor: (_portalId, botId) =>
      Promise.resolve(
        token === undefined
          ? failure({ error: { kind: "botTokenNeeded", botId }, exchange: undefined })
          : success(token),
      ),
    keepProof: () => Promise.resolve(),
  };
}
