import type { BotToken } from "../portal/botToken";
import { malformed } from "../portal/misfit";
import type { PortalCaller, PortalFailure } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import { failure, success, type Result } from "../base/result";
import { decodeBotChat } from "../dialog/decodeDialog";
import type { DialogRef } from "../dialog/dialogId";
import type { DialogReading, WebhookSource } from "./dialogReader";

/** Where webhooks and bot tokens come from; `undefined`: none is stored. */
export interface BotTokenSource extends WebhookSource {
  botTokenOf(portalId: string, botId: number): Promise<BotToken | undefined>;
}

/** Reads a dialog with a bot's eyes: what counts is what the bot may see, not the webhook's owner. */
export class BotReader {
  constructor(
    private readonly client: PortalCaller,
    private readonly secrets: BotTokenSource,
  ) {}

  /**
   * `imbot.v2.Chat.get`. Unlike the first version it tells a chat that is not there (CHAT_NOT_FOUND) from one that
   * the bot may not see (ACCESS_DENIED).
   * @see REST brief, dialogs.md section 4
   */
  async read(
    portal: PortalRecord,
    ref: DialogRef,
    botId: number,
    signal: AbortSignal,
  ): Promise<Result<DialogReading, PortalFailure>> {
    const webhook = await this.secrets.webhookOf(portal.id);
    if (webhook === undefined) return unsent({ kind: "webhookNeeded" });
    const botToken = await this.secrets.botTokenOf(portal.id, botId);
    if (botToken === undefined) return unsent({ kind: "botTokenNeeded", botId });
    const params = { botId, botToken, dialogId: ref.dialogId };
    const answer = await this.client.call(webhook, "imbot.v2.Chat.get", params, signal);
    if (!answer.ok) return answer;
    const { result, exchange } = answer.value;
    const dialog = decodeBotChat(result, ref.dialogId);
    if (!dialog.ok) return malformed(exchange, dialog.error);
    return success({
      viewer: { kind: "bot", botId },
      dialog: dialog.value,
      companion: undefined,
      answer: answer.value,
    });
  }
}

function unsent(error: PortalFailure["error"]): Result<never, PortalFailure> {
  return failure({ error, exchange: undefined });
}
