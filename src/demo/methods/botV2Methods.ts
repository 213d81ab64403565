import { v2Parameter, type Call, type MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf } from "../portal/parameters";
import { v2BotRecord, v2ChatRecord, v2PersonRecord } from "../records/v2Record";
import { botNotFound, chatOfBot, ownBots } from "./actingBot";

/** The second version of the bot API: every call acts as a bot, which its token proves. */
export const botV2Methods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Revision.get", scopes: ["imbot"], handle: getRevision },
  { name: "imbot.v2.Bot.get", scopes: ["imbot"], handle: getBot },
  { name: "imbot.v2.Chat.get", scopes: ["imbot"], handle: getChat },
];

function getRevision(_call: Call, state: DemoState): Outcome {
  return answer({ rest: state.traits.revision, web: 130, mobile: 23, desktop: 6 });
}

function getBot(call: Call, state: DemoState): Outcome {
  const owned = ownBots(call, state);
  if (!owned.ok) return owned;
  const botId = v2Parameter(call, "botId");
  const code = v2Parameter(call, "code");
  if (botId === undefined && code === undefined) {
    return refuse(400, "PARAMS_REQUIRED", "botId or code is required");
  }
  const who = owned.bots.find((one) =>
    botId === undefined ? one.bot.code === code : one.id === intOf(botId, 0),
  );
  if (who === undefined) return botNotFound;
  return answer({ bot: v2BotRecord(who), users: [v2PersonRecord(who, state)] });
}

function getChat(call: Call, state: DemoState): Outcome {
  const found = chatOfBot(call, state);
  return found.ok ? answer({ chat: v2ChatRecord(found.chat, found.who, state) }) : found;
}
