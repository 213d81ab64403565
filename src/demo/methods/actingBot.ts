import { v2Parameter, type Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json } from "../base/json";
import { refuse, type Refusal } from "../portal/outcome";
import { intOf, textOf } from "../portal/parameters";
import type { BotPerson } from "../seed/person";

export const botNotFound = refuse(400, "BOT_NOT_FOUND", "Bot not found");

export type Found<T> = ({ readonly ok: true } & T) | Refusal;

/** What the portal checks before the chat, in its order (REST brief, emulator.md section 4). */
export function actingBot(call: Call, state: DemoState): Found<{ who: BotPerson }> {
  const token = tokenOf(call, state);
  if (typeof token !== "string") return token;
  const botId = v2Parameter(call, "botId");
  if (botId === undefined) return refuse(400, "BOT_ID_REQUIRED", "botId is required");
  const who = state.people.bots().find(({ id }) => id === intOf(botId, 0));
  if (who === undefined) return botNotFound;
  if (who.bot.token !== token) {
    return refuse(400, "BOT_OWNERSHIP_ERROR", "Bot was installed by another rest application");
  }
  return { ok: true, who };
}

/**
 * `botToken`, or its deprecated name `clientId`. Any length will do: only the registration of a bot limits
 * it, and tokens that were longer before go on working.
 */
export function tokenOf(call: Call, state: DemoState): string | Refusal {
  const given: Json | undefined = v2Parameter(call, "botToken") ?? v2Parameter(call, "clientId");
  const token = textOf(given) ?? "";
  if (token !== "") return token;
  const code = state.traits.revision < 34 ? "CLIENT_ID_NOT_SPECIFIED" : "BOT_TOKEN_NOT_SPECIFIED";
  return refuse(400, code, "Bot token not specified (botToken is required for webhook auth)");
}
