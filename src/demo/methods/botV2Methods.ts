import { lookUpForBot } from "../portal/botDialogLookup";
import { v2Parameter, type Call, type MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf } from "../portal/parameters";
import { briefBotRecord, v2BotRecord, v2ChatRecord, v2PersonRecord } from "../records/v2Record";
import { actingBot, allBots, botNotFound, tokenOf } from "./actingBot";

/** The second version of the bot API: every call acts as a bot, which its token proves. */
export const botV2Methods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Revision.get", scopes: ["imbot"], handle: getRevision },
  { name: "imbot.v2.Bot.get", scopes: ["imbot"], handle: getBot },
  { name: "imbot.v2.Chat.get", scopes: ["imbot"], handle: getChat },
];

function getRevision(_call: Call, state: DemoState): Outcome {
  return answer({ rest: state.traits.revision, web: 130, mobile: 23, desktop: 6 });
}

/** Any token gets an answer: whose bot it is, only the owner's fields say. */
function getBot(call: Call, state: DemoState): Outcome {
  const token = tokenOf(call, state);
  if (typeof token !== "string") return token;
  const botId = v2Parameter(call, "botId");
  const code = v2Parameter(call, "code");
  if (botId === undefined && code === undefined) {
    return refuse(400, "PARAMS_REQUIRED", "botId or code is required");
  }
  const who = allBots(state).find((one) =>
    botId === undefined ? one.bot.code === code : one.id === intOf(botId, 0),
  );
  if (who === undefined) return botNotFound;
  const bot = who.bot.token === token ? v2BotRecord(who) : briefBotRecord(who);
  return answer({ bot, users: [v2PersonRecord(who, state)] });
}

function getChat(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const found = lookUpForBot(call, acting.who, state);
  if (!found.ok) return found;
  return answer({
    chat: v2ChatRecord(found.chat, acting.who, state),
    users: [v2PersonRecord(acting.who, state)],
  });
}
