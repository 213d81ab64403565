import { canRead } from "../portal/access";
import { v2Parameter, type Call, type MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../portal/json";
import { answer, refuse, type Outcome, type Refusal } from "../portal/outcome";
import { intOf, textOf } from "../portal/parameters";
import { v2BotRecord, v2ChatRecord, v2PersonRecord } from "../records/v2Record";
import type { Chat } from "../seed/chat";
import type { Bot, Person } from "../seed/person";

/** The second version of the bot API: every call acts as a bot, which its token proves. */
export const botV2Methods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Revision.get", scopes: ["imbot"], handle: getRevision },
  { name: "imbot.v2.Bot.list", scopes: ["imbot"], handle: listBots },
  { name: "imbot.v2.Bot.get", scopes: ["imbot"], handle: getBot },
  { name: "imbot.v2.Command.list", scopes: ["imbot"], handle: listCommands },
  { name: "imbot.v2.Chat.get", scopes: ["imbot"], handle: getChat },
  { name: "imbot.v2.Chat.User.list", scopes: ["imbot"], handle: listChatUsers },
  { name: "imbot.v2.Chat.Message.get", scopes: ["imbot"], handle: getMessage },
];

/** Announced from 06.08.2026. */
const maxTokenLength = 40;
const botNotFound = refuse(400, "BOT_NOT_FOUND", "Bot not found");

interface BotPerson extends Person {
  readonly bot: Bot;
}

type Found<T> = ({ readonly ok: true } & T) | Refusal;

function getRevision(_call: Call, state: DemoState): Outcome {
  return answer({ rest: state.traits.imRevision, web: 130, mobile: 23, desktop: 6 });
}

function listBots(call: Call, state: DemoState): Outcome {
  const owned = ownBots(call, state);
  if (!owned.ok) return owned;
  const filter = v2Parameter(call, "filter");
  const type = textOf((filter as JsonObject | null | undefined)?.["type"]);
  const matching = owned.bots.filter(({ bot }) => type === undefined || bot.type === type);
  const limit = intOf(v2Parameter(call, "limit"), 50);
  const offset = intOf(v2Parameter(call, "offset"), 0);
  const page = matching.slice(offset, offset + limit);
  return answer({
    bots: page.map(v2BotRecord),
    users: page.map((who) => v2PersonRecord(who, state)),
    hasNextPage: offset + limit < matching.length,
  });
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

function getChat(call: Call, state: DemoState): Outcome {
  const found = chatOfBot(call, state);
  return found.ok ? answer({ chat: v2ChatRecord(found.chat, found.who, state) }) : found;
}

function listChatUsers(call: Call, state: DemoState): Outcome {
  const found = chatOfBot(call, state);
  if (!found.ok) return found;
  const limit = Math.min(Math.max(1, intOf(v2Parameter(call, "limit"), 50)), 200);
  const order = v2Parameter(call, "order") as JsonObject | null | undefined;
  const isDescending = textOf(order?.["id"] ?? order?.["userId"])?.toLowerCase() === "desc";
  const ids = [...found.chat.members].sort((one, other) => one - other);
  const users = (isDescending ? ids.reverse() : ids)
    .slice(0, limit)
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who !== undefined);
  return answer({ users: users.map((who) => v2PersonRecord(who, state)) });
}

/** Reading messages is for bots that watch or serve one person; a plain bot is turned away. */
function getMessage(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  return acting.who.bot.type === "supervisor"
    ? refuse(400, "MESSAGE_NOT_FOUND", "Nachricht nicht gefunden.")
    : refuse(
        400,
        "BOT_TYPE_NOT_ALLOWED",
        "Method is available only for supervisor and personal bots",
      );
}

/** What the portal checks before the chat, in its order (REST brief, emulator.md section 4). */
function actingBot(call: Call, state: DemoState): Found<{ who: BotPerson }> {
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
function chatOfBot(call: Call, state: DemoState): Found<{ who: BotPerson; chat: Chat }> {
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

function ownBots(call: Call, state: DemoState): Found<{ bots: BotPerson[] }> {
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
