import { ApiVersion, B24Hook, ParamsFactory } from "@bitrix24/b24jssdk";
import type { Contender } from "./contender";

const method = "imbot.dialog.get";

/** Bitrix24's own SDK, its limiter as wide open as ours. */
export async function sdk(address: string): Promise<Contender> {
  const client = B24Hook.fromWebhookUrl(address);
  await client.setRestrictionManagerParams({
    ...ParamsFactory.getRealtime(),
    rateLimit: { burstLimit: 1e6, drainRate: 1e6, adaptiveEnabled: false },
  });
  client.getHttpClient(ApiVersion.v2).ajaxClient.defaults.timeout = 60_000;
  return {
    async read(dialogIds, areSingleReads) {
      if (areSingleReads) {
        const replies = await Promise.all(
          dialogIds.map((DIALOG_ID) =>
            client.actions.v2.call.make({ method, params: { DIALOG_ID } }),
          ),
        );
        return replies.map((reply) => reply.getData()?.result);
      }
      const reply = await client.actions.v2.batchByChunk.make({
        calls: dialogIds.map((DIALOG_ID) => ({ method, params: { DIALOG_ID } })),
        options: { isHaltOnError: false },
      });
      return reply.getData() ?? [];
    },
  };
}
