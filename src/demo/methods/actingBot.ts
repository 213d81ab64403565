import { canRead } from "../portal/access";
import { v2Parameter, type Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json } from "../portal/json";
import { refuse, type Refusal } from "../portal/outcome";
import { intOf, textOf } from "../portal/parameters";
import type { Chat } from "../seed/chat";
import type { Bot, Person } from "../seed/person";

/** Announced from 06.08.2026. */
const maxTokenLength = 40;
export const botNotFound = refuse(400, "BOT_NOT_FOUND", "Bot not found");

export interface BotPerson extends Person {
  readonly bot: Bot;
}

export type Found<T> = ({ readonly ok: true } & T) | Refusal;

/** What the portal checks before the chat, in its order (REST brief, emulator.md section 4). */
export function actingBot(call: Call, state: DemoState): Found<{ who: BotPerson }> {
  const token = tokenOf(call);
  if (typeof token !== "string") return token;
  const botId = v2Parameter(call, "botId");
  if (botId === undefined) return refuse(400, "BOT_ID_REQUIRED", "botId is required");
  const who = allBots(state).find(({ id }) => id === intOf(botId, 0));
  if (who === undefined) return botNotFound;
  if (who.bot.token !== token) {
    return refuse(400, "BOT_OWNERSHIP_ERROR", "Bot was installed by another rest application");
  }
  return { ok: true, who };
}

/** The texts of these two refusals come in the portal's language, here German. */
export function chatOfBot(call: Call, state: DemoState): Found<{ who: BotPerson; chat: Chat }> {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const dialogId = textOf(v2Parameter(call, "dialogId")) ?? "";
  if (dialogId === "") {
    return refuse(400, "100", "Could not find value for parameter {dialogId}");
  }
  const chat = findChat(dialogId, acting.who, state);
  if (chat === undefined) return refuse(400, "CHAT_NOT_FOUND", "Der Chat wurde nicht gefunden.");
  return canRead(acting.who, chat, state)
    ? { ok: true, who: acting.who, chat }
    : refuse(400, "ACCESS_DENIED", "Sie haben keinen Zugriff auf diesen Chat.");
}

/** By chat id, or by companion for a private dialog; unlike in v1 nothing is created. */
function findChat(dialogId: string, bot: Person, state: DemoState): Chat | undefined {
  const chatId = /^chat(\d+)$/i.exec(dialogId)?.[1];
  if (chatId !== undefined) return state.chats.get(Number(chatId));
  return state.chats.findPrivate(bot.id, intOf(dialogId, 0));
}

export function ownBots(call: Call, state: DemoState): Found<{ bots: BotPerson[] }> {
  const token = tokenOf(call);
  if (typeof token !== "string") return token;
  return { ok: true, bots: allBots(state).filter(({ bot }) => bot.token === token) };
}

function allBots(state: DemoState): BotPerson[] {
  return state.people.bots().filter((who): who is BotPerson => who.bot !== undefined);
}

/** `botToken`, or its deprecated name `clientId`. */
function tokenOf(call: Call): string | Refusal {
  const given: Json | undefined = v2Parameter(call, "botToken") ?? v2Parameter(call, "clientId");
  const token = textOf(given) ?? "";
  if (token === "") {
    return refuse(
      400,
      "BOT_TOKEN_NOT_SPECIFIED",
      "Bot token not specified (botToken is required for webhook auth)",
    );
  }
  return token.length > maxTokenLength
    ? refuse(400, "BOT_TOKEN_INVALID_LENGTH", "Bot token is longer than 40 characters")
    : token;
}
