import { actingBot, tokenOf } from "../../../../src/demo/methods/actingBot";
import { messageForBot } from "../../../../src/demo/methods/botMethods";
import { lookUpForBot } from "../../../../src/demo/portal/botDialogLookup";
import { v2Parameter, type Call, type MethodDefinition } from "../../../../src/demo/portal/call";
import type { DemoState } from "../../../../src/demo/portal/demoState";
import type { JsonObject } from "../../../../src/demo/base/json";
import { answer, type Outcome } from "../../../../src/demo/portal/outcome";
import { intOf, textOf } from "../../../../src/demo/portal/parameters";
import { v2MessageRecord } from "../../../../src/demo/records/messageRecord";
import { v2BotRecord, v2PersonRecord } from "../../../../src/demo/records/v2Record";
import type { Person } from "../../../../src/demo/seed/person";

/** What else the second version of the bot API reads. */
export const moreBotV2Methods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Bot.list", scopes: ["imbot"], handle: listBots },
  { name: "imbot.v2.Command.list", scopes: ["imbot"], handle: listCommands },
  { name: "imbot.v2.Chat.User.list", scopes: ["imbot"], handle: listChatUsers },
  { name: "imbot.v2.Chat.Message.get", scopes: ["imbot"], handle: getMessage },
];

const usualLimit = 50;

function listBots(call: Call, state: DemoState): Outcome {
  const token = tokenOf(call, state);
  if (typeof token !== "string") return token;
  const owned = state.people.bots().filter(({ bot }) => bot.token === token);
  const filter = v2Parameter(call, "filter");
  const type = textOf((filter as JsonObject | null | undefined)?.["type"]);
  const matching = owned.filter(({ bot }) => type === undefined || bot.type === type);
  const limit = intOf(v2Parameter(call, "limit"), 50);
  const offset = intOf(v2Parameter(call, "offset"), 0);
  const page = matching.slice(offset, offset + limit);
  return answer({
    bots: page.map(v2BotRecord),
    users: page.map((who) => v2PersonRecord(who, state)),
    hasNextPage: offset + limit < matching.length,
  });
}

function listCommands(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  return answer({
    commands: acting.who.bot.commands.map((command) => ({
      id: command.id,
      botId: acting.who.id,
      command: command.command,
      title: command.title,
      params: command.params,
      common: false,
      hidden: false,
      extranetSupport: false,
      category: "",
      context: "",
    })),
  });
}

function listChatUsers(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const found = lookUpForBot(call, acting.who, state);
  if (!found.ok) return found;
  const wanted = intOf(v2Parameter(call, "limit"), usualLimit);
  const limit = wanted < 1 || wanted > 200 ? usualLimit : wanted;
  const order = v2Parameter(call, "order") as JsonObject | null | undefined;
  const isDescending = textOf(order?.["id"] ?? order?.["userId"])?.toLowerCase() === "desc";
  const ids = [...found.chat.members].sort((one, other) => one - other);
  const users = (isDescending ? ids.reverse() : ids)
    .slice(0, limit)
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who !== undefined);
  return answer(users.map((who) => v2PersonRecord(who, state)));
}

function getMessage(call: Call, state: DemoState): Outcome {
  const found = messageForBot(call, state);
  if (!found.ok) return found;
  const author = state.people.get(found.message.authorId);
  return answer({
    message: v2MessageRecord(found.message),
    user: author === undefined ? null : v2PersonRecord(author, state),
  });
}
