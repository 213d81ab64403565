import { success, type Result } from "../base/result";
import { decodeBasicEntities } from "../base/visibleText";
import type { BotToken } from "../portal/botToken";
import { isObject } from "../base/json";
import { unexpected } from "../portal/misfit";
import type { PortalCaller, PortalFailure } from "../portal/portalCaller";
import type { StoredBot } from "../portal/portalRecord";
import type { Webhook } from "../portal/webhook";

/**
 * Asks the portal whether a token speaks for a bot (`imbot.v2.Bot.get`), and what the bot is called.
 * @returns `refused` with BOT_NOT_FOUND or BOT_OWNERSHIP_ERROR for a wrong pair, with ERROR_METHOD_NOT_FOUND by a
 * portal older than the second version of the bot API
 * @see REST brief, browsing.md section 2 and dialogs.md section 4
 */
export async function checkBot(
  caller: PortalCaller,
  webhook: Webhook,
  botId: number,
  token: BotToken,
  signal: AbortSignal,
): Promise<Result<StoredBot, PortalFailure>> {
  const params = { botId, botToken: token };
  const answer = await caller.call(webhook, "imbot.v2.Bot.get", params, signal);
  if (!answer.ok) return answer;
  const { result, exchange } = answer.value;
  const bot = isObject(result) ? result["bot"] : undefined;
  if (!isObject(bot) || Number(bot["id"]) !== botId) {
    return isObject(bot)
      ? unexpected(exchange, "result.bot.id", bot["id"])
      : unexpected(exchange, "result.bot", bot);
  }
  const users = isObject(result) ? result["users"] : undefined;
  return success({ botId, name: nameIn(users, botId) || nameOf(bot["code"]) });
}

/** The name lives in the user record beside the bot: a list, or a map by id. */
function nameIn(users: unknown, botId: number): string {
  const list: readonly unknown[] = isObject(users)
    ? Object.values(users)
    : Array.isArray(users)
      ? users
      : [];
  const user = list.find((entry) => isObject(entry) && Number(entry["id"]) === botId);
  return isObject(user) ? nameOf(user["name"]) : "";
}

function nameOf(value: unknown): string {
  return typeof value === "string" ? decodeBasicEntities(value) : "";
}
