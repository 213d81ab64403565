import * as l10n from "@vscode/l10n";
import { diagnosed } from "../core/diagnosis/diagnose";
import type { CheckedMethod, Scope, Unanswered } from "../core/diagnosis/accessReport";
import { explain, explainInShort } from "./explain";
import { wording } from "./language";

/** What each method is for, as a user of this extension would say it. */
export const purposeOf = wording<CheckedMethod>({
  "imbot.dialog.get": () => l10n.t("Inspect a dialog"),
  "im.dialog.get": () => l10n.t("Inspect a dialog when “imbot” is not granted"),
  "im.chat.get": () => l10n.t("Find the chat of a CRM object"),
  "imbot.chat.get": () => l10n.t("Find the chat of a CRM object when “im” is not granted"),
  "im.user.get": () => l10n.t("Name the person of a private dialog"),
  "im.user.list.get": () => l10n.t("Name several people at once"),
  "im.recent.list": () => l10n.t("List chats and Open Channel dialogs in the sidebar"),
  "im.dialog.users.list": () => l10n.t("List the members of a dialog"),
  "im.dialog.messages.get": () => l10n.t("Read the latest messages of a dialog"),
  "imbot.v2.Chat.Message.getContext": () =>
    l10n.t("Read the latest messages as a bot, with its token"),
  "imopenlines.session.history.get": () =>
    l10n.t("Read the messages of an Open Channel session when “im” is not granted"),
  "im.search.chat.list": () => l10n.t("Search chats by their title"),
  "imbot.bot.list": () => l10n.t("List the bots of the portal"),
  "imbot.v2.Chat.get": () => l10n.t("Read a dialog as a bot sees it, with the bot's token"),
  "imbot.v2.Bot.get": () => l10n.t("Check a bot's token"),
  "imbot.v2.Event.get": () => l10n.t("Show the events that wait for a bot"),
  "imopenlines.dialog.get": () =>
    l10n.t("Find the chat of an Open Channel session or client, read Open Channel chats"),
  "imopenlines.crm.chat.get": () => l10n.t("Find the Open Channel dialogs of a CRM object"),
});

/** A scope as the portal's own list of permissions names it. */
export const scopeLabel = wording<Scope>({
  im: () => l10n.t("“im” (Chat and notifications)"),
  imbot: () => l10n.t("“imbot” (Create and manage chat bots)"),
  imopenlines: () => l10n.t("“imopenlines” (Open Channels)"),
});

/** Why the portal did not answer something, in a few words. */
export function whyUnanswered(error: Unanswered, userId: string): string {
  const failure = diagnosed({ error, exchange: undefined });
  return failure === undefined ? "" : explain({ failure, userId }, "page").heading;
}

/** The same with the portal's own code. */
export function whyUnansweredWithCode(error: Unanswered, userId: string): string {
  return explainInShort({ error, exchange: undefined }, { userId });
}
