import { admitBot } from "../portal/botDialogLookup";
import { v2Parameter, type Call, type MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Message } from "../portal/messageLog";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf } from "../portal/parameters";
import { v2MessageRecord } from "../records/messageRecord";
import { v2PersonRecord } from "../records/v2Record";
import type { Chat } from "../seed/chat";
import type { BotPerson } from "../seed/person";
import { actingBot, type Found } from "./actingBot";
import { peopleOf } from "./messageMethods";

/** What was said in a chat, with a bot's eyes: of the types that get every message. */
export const botMessageMethods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Chat.Message.getContext", scopes: ["imbot"], handle: getContext },
];

const widest = 50;

/** The messages around one of them, oldest first. */
function getContext(call: Call, state: DemoState): Outcome {
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
