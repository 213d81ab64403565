import { malformed } from "../portal/misfit";
import type { PortalCaller, PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { BotTokenSource } from "../portal/webhookSource";
import { success } from "../base/result";
import { decodeBotChat } from "../dialog/decodeDialog";
import type { DialogRef } from "../dialog/dialogId";
import { actAsBot } from "./botCheck";
import type { DialogReading } from "./dialogReader";

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
  ): Promise<PortalResult<DialogReading>> {
    const acting = await actAsBot(this.client, this.secrets, portal, botId, signal);
    if (!acting.ok) return acting;
    const { webhook, botToken } = acting.value;
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
