import { failure, success } from "../base/result";
import { decodeBasicEntities } from "../base/visibleText";
import type { BotToken } from "../portal/botToken";
import { isObject, type JsonObject } from "../base/json";
import { unexpected } from "../portal/misfit";
import type { Exchange, PortalCaller, PortalResult } from "../portal/portalCaller";
import type { PortalRecord, StoredBot } from "../portal/portalRecord";
import type { Webhook } from "../portal/webhook";
import type { BotTokenSource } from "../portal/webhookSource";

/** A bot as the portal describes it to whoever has a token, and to its owner in full. */
export interface DescribedBot {
  readonly record: JsonObject;
  /** "" when the portal did not tell. */
  readonly name: string;
  /** The token that was sent is this bot's. */
  readonly isOwn: boolean;
  readonly exchange: Exchange;
}

/**
 * Asks the portal what a bot is (`imbot.v2.Bot.get`). The method answers any token: only the fields that it keeps for
 * the owner prove that the token is this bot's.
 * @returns `refused` with BOT_NOT_FOUND when there is no such bot, with ERROR_METHOD_NOT_FOUND by a portal older than
 * the second version of the bot API
 * @see REST brief, corrections.md A1
 */
export async function describeBot(
  caller: PortalCaller,
  { webhook, botToken }: ActingBot,
  botId: number,
  signal: AbortSignal,
): Promise<PortalResult<DescribedBot>> {
  const answer = await caller.call(webhook, "imbot.v2.Bot.get", { botId, botToken }, signal);
  if (!answer.ok) return answer;
  const { result, exchange } = answer.value;
  const bot = isObject(result) ? result["bot"] : undefined;
  if (!isObject(bot) || Number(bot["id"]) !== botId) {
    return isObject(bot)
      ? unexpected(exchange, "result.bot.id", bot["id"])
      : unexpected(exchange, "result.bot", bot);
  }
  const users = isObject(result) ? result["users"] : undefined;
  return success({
    record: bot,
    name: nameIn(users, botId) || nameOf(bot["code"]),
    isOwn: ownersFields.some((field) => bot[field] !== undefined && bot[field] !== null),
    exchange,
  });
}

/** Asks the portal whether a token is a bot's own, and what the bot is called. */
export async function checkBot(
  caller: PortalCaller,
  webhook: Webhook,
  botId: number,
  token: BotToken,
  signal: AbortSignal,
): Promise<PortalResult<StoredBot>> {
  const described = await describeBot(caller, { webhook, botToken: token }, botId, signal);
  if (!described.ok) return described;
  const { name, isOwn, exchange } = described.value;
  if (!isOwn) return failure({ error: { kind: "botTokenOfAnother", botId }, exchange });
  return success({ botId, name, isProven: true });
}

/** What the portal tells of a bot to nobody but its owner. */
const ownersFields = [
  "moduleId",
  "eventMode",
  "countMessage",
  "countCommand",
  "countChat",
  "countUser",
] as const;

export interface ActingBot {
  readonly webhook: Webhook;
  readonly botToken: BotToken;
}

/**
 * What a call needs that acts as a bot. A token that was stored when any answer passed for a proof is checked
 * first, and once.
 */
export async function actAsBot(
  caller: PortalCaller,
  secrets: BotTokenSource,
  portal: PortalRecord,
  botId: number,
  signal: AbortSignal,
): Promise<PortalResult<ActingBot>> {
  const webhook = await secrets.webhookFor(portal.id, signal);
  if (!webhook.ok) return webhook;
  const botToken = await secrets.botTokenFor(portal.id, botId, signal);
  if (!botToken.ok) return botToken;
  const acting = { webhook: webhook.value, botToken: botToken.value };
  const stored = portal.bots?.find((bot) => bot.botId === botId);
  if (stored === undefined || stored.isProven === true) return success(acting);
  const checked = await checkBot(caller, acting.webhook, botId, acting.botToken, signal);
  if (!checked.ok) return checked;
  await secrets.keepProof(portal.id, checked.value);
  return success(acting);
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
