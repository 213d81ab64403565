import type { Call, MethodDefinition } from "../../../../src/demo/portal/call";
import type { DemoState } from "../../../../src/demo/portal/demoState";
import { answer, refuse, type Outcome } from "../../../../src/demo/portal/outcome";
import { intOf, textOf } from "../../../../src/demo/portal/parameters";

/** Members as bare ids, and what a webhook cannot do on behalf of a bot. */
export const moreChatMethods: readonly MethodDefinition[] = [
  { name: "im.chat.user.list", scopes: ["im"], handle: listChatUserIds },
  { name: "imbot.message.add", scopes: ["imbot"], handle: refuseBotCall },
  { name: "imbot.chat.user.list", scopes: ["imbot"], handle: refuseBotCall },
];

/** All ids at once; nothing for a chat the caller is not in. */
function listChatUserIds(call: Call, state: DemoState): Outcome {
  const { parameters } = call;
  const fromDialogId = /^chat(\d+)$/i.exec(textOf(parameters["DIALOG_ID"]) ?? "")?.[1];
  const chatId = intOf(parameters["CHAT_ID"] ?? fromDialogId, 0);
  if (chatId <= 0) return refuse(400, "CHAT_ID_EMPTY", "Chat ID can't be empty");
  const chat = state.chats.get(chatId);
  if (chat?.entityType === "GENERAL") return refuse(403, "ACCESS_ERROR", "Action unavailable");
  return answer(chat?.members.includes(call.caller.id) === true ? chat.members : []);
}

/** Acting as a bot is out of reach: a webhook has to name its client first, and none fits here. */
function refuseBotCall(call: Call): Outcome {
  const clientId = textOf(call.parameters["CLIENT_ID"]) ?? "";
  return clientId === ""
    ? refuse(403, "ACCESS_DENIED", "Access denied! Client ID not specified")
    : refuse(400, "BOT_ID_ERROR", "Bot not found");
}
