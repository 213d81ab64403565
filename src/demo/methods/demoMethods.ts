import type { MethodDefinition } from "../portal/call";
import { answer } from "../portal/outcome";
import {
  getBot,
  getBotRevision,
  getChat,
  getContext,
  getEvents,
  getRevision,
  listBots,
} from "./botMethods";
import { findChat, getDialog, getMessages } from "./dialogMethods";
import { findCrmChats, getHistory, getLineDialog } from "./openLineMethods";
import { appInfo, describeMethod, profile, scope } from "./portalMethods";
import { listRecent } from "./recentMethods";
import { searchChats } from "./searchMethods";
import { getUser, listDialogUsers, listUsers } from "./userMethods";

const handlers: Readonly<Record<string, MethodDefinition["handle"]>> = {
  profile,
  scope,
  "method.get": describeMethod,
  "app.info": appInfo,
  // Its items need the checks of the whole portal, so the runner takes it before this handler.
  batch: () => answer([]),
  // The same handlers under both names, so the bot's name brings no other rights.
  "imbot.dialog.get": getDialog,
  "im.dialog.get": getDialog,
  "imbot.chat.get": findChat,
  "im.chat.get": findChat,
  "im.recent.list": listRecent,
  "im.search.chat.list": searchChats,
  "im.dialog.users.list": listDialogUsers,
  "im.user.get": getUser,
  "im.user.list.get": listUsers,
  "im.dialog.messages.get": getMessages,
  "imbot.bot.list": listBots,
  "im.revision.get": getRevision,
  "imbot.v2.Revision.get": getBotRevision,
  "imbot.v2.Bot.get": getBot,
  "imbot.v2.Chat.get": getChat,
  "imbot.v2.Chat.Message.getContext": getContext,
  "imbot.v2.Event.get": getEvents,
  "imopenlines.dialog.get": getLineDialog,
  "imopenlines.crm.chat.get": findCrmChats,
  "imopenlines.session.history.get": getHistory,
};

/** Every method that the product calls. The scope that a method needs is the one that its name begins with. */
export const demoMethods: readonly MethodDefinition[] = Object.entries(handlers).map(
  ([name, handle]) => ({ name, scopes: /^im(?:bot|openlines)?(?=\.)/.exec(name) ?? [], handle }),
);
