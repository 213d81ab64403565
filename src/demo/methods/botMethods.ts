import { type Call, v2Parameter } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../base/json";
import { answer, type Outcome, refuse } from "../portal/outcome";
import { fullName, type BotPerson } from "../seed/person";
import { intOf, textOf } from "../portal/parameters";
import { eventRecord } from "../records/eventRecord";
import { actingBot, type Found, botNotFound, tokenOf } from "./actingBot";
import { admitBot, lookUpForBot } from "../portal/botDialogLookup";
import type { Message } from "../portal/messageLog";
import { v2MessageRecord } from "../records/messageRecord";
import { v2PersonRecord, briefBotRecord, v2BotRecord, v2ChatRecord } from "../records/v2Record";
import type { Chat } from "../seed/chat";
import { peopleOf } from "./dialogMethods";

/** Every bot of the portal but network ones, whoever registered it, as a map by id. */
export function listBots(_call: Call, state: DemoState): Outcome {
  return answer(Object.fromEntries(state.people.bots().map((who) => [who.id, botRow(who)])));
}

function botRow(who: BotPerson): Json {
  return {
    ID: who.id,
    NAME: escapeHtml(fullName(who)), // this list is written escaped, unlike all others
    CODE: who.bot.code,
    OPENLINE: who.bot.type === "openline" ? "Y" : "N",
  };
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (mark) => `&${entities[mark] ?? ""};`).replace(/'/g, "&#039;");
}

export function getRevision(_call: Call, state: DemoState): Outcome {
  return answer({ ...revisions(state), im_revision_mobile: 23 });
}

export function getBotRevision(_call: Call, state: DemoState): Outcome {
  return answer(revisions(state));
}

function revisions({ traits }: DemoState): JsonObject {
  return { rest: traits.revision, web: 130, mobile: 23, desktop: 6 };
}

/** Only reads without an offset. With one it deletes what lies before: the bot itself gets that no more. */
export function getEvents(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const { who } = acting;
  if (isTrue(textOf(v2Parameter(call, "withUserEvents")))) {
    return call.grantedScopes.includes("im")
      ? refuse(400, "USER_NOT_SUBSCRIBED", "USER_NOT_SUBSCRIBED")
      : refuse(400, "SCOPE_ERROR", "SCOPE_ERROR");
  }
  const offset = intOf(v2Parameter(call, "offset"), 0);
  if (offset > 0) {
    const count = state.events.confirm(who.id, offset, state.now());
    state.record({ kind: "eventsConfirmed", botId: who.id, count });
  }
  const wanted = intOf(v2Parameter(call, "limit"), usualLimit);
  const limit = wanted < 1 ? usualLimit : Math.min(wanted, 1000);
  const waiting = who.bot.eventMode === "fetch" ? state.events.of(who.id, state.now()) : [];
  const page = waiting.slice(0, limit);
  const last = page.at(-1)?.eventId;
  return answer({
    events: page.map((event) => eventRecord(event, who, state)),
    ...(state.traits.revision < 33 && last !== undefined ? { lastEventId: last } : {}),
    nextOffset: last === undefined ? offset : last + 1,
    hasMore: page.length === limit,
  });
}

const usualLimit = 100;

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "Y" || text === "true";
}

const widest = 50;

/** The messages around one of them, oldest first. */
export function getContext(call: Call, state: DemoState): Outcome {
  const found = messageForBot(call, state);
  if (!found.ok) return found;
  const { chat, message } = found;
  const wanted = intOf(v2Parameter(call, "range"), widest);
  const range = wanted < 1 ? widest : Math.min(wanted, widest);
  const messages = [
    ...state.messages.after(chat, message.id, range),
    message,
    ...state.messages.before(chat, message.id, range),
  ].reverse();
  return answer({
    messages: messages.map(v2MessageRecord),
    users: peopleOf(messages, state).map((who) => v2PersonRecord(who, state)),
    hasPrevPage: state.messages.has(chat, (messages[0] ?? message).id - 1),
    hasNextPage: state.messages.has(chat, (messages.at(-1) ?? message).id + 1),
  });
}

/** The bot's type is looked at last: after the message and the access to it. */
export function messageForBot(
  call: Call,
  state: DemoState,
): Found<{ who: BotPerson; chat: Chat; message: Message }> {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const { who } = acting;
  const id = intOf(v2Parameter(call, "messageId"), 0);
  const chats = state.chats.all().filter((chat) => state.messages.has(chat, id));
  if (chats.length === 0) return refuse(400, "MESSAGE_NOT_FOUND", "MESSAGE_NOT_FOUND");
  const chat = chats.find((one) => admitBot(one, who, state).ok);
  if (chat === undefined) return refuse(400, "MESSAGE_ACCESS_DENIED", "MESSAGE_ACCESS_DENIED");
  if (who.bot.type !== "supervisor" && who.bot.type !== "personal") {
    return refuse(
      400,
      "BOT_TYPE_NOT_ALLOWED",
      "Method is available only for supervisor and personal bots",
    );
  }
  return { ok: true, who, chat, message: state.messages.at(chat, id) };
}

/** Any token gets an answer: whose bot it is, only the owner's fields say. */
export function getBot(call: Call, state: DemoState): Outcome {
  const token = tokenOf(call, state);
  if (typeof token !== "string") return token;
  const botId = v2Parameter(call, "botId");
  const code = v2Parameter(call, "code");
  if (botId === undefined && code === undefined) {
    return refuse(400, "PARAMS_REQUIRED", "botId or code is required");
  }
  const who = state.people
    .bots()
    .find((one) => (botId === undefined ? one.bot.code === code : one.id === intOf(botId, 0)));
  if (who === undefined) return botNotFound;
  const bot = who.bot.token === token ? v2BotRecord(who) : briefBotRecord(who);
  return answer({ bot, users: [v2PersonRecord(who, state)] });
}

export function getChat(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const found = lookUpForBot(call, acting.who, state);
  if (!found.ok) return found;
  return answer({
    chat: v2ChatRecord(found.chat, acting.who, state),
    users: [v2PersonRecord(acting.who, state)],
  });
}
