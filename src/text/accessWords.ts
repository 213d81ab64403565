import * as l10n from "@vscode/l10n";
import { diagnosed } from "../core/diagnosis/diagnose";
import type { CheckedMethod, Scope, Unanswered } from "../core/diagnosis/accessReport";
import { explain, explainInShort } from "./explain";

/** What each method is for, as a user of this extension would say it. */
export function purposeOf(method: CheckedMethod): string {
  switch (method) {
    case "imbot.dialog.get":
      return l10n.t("Inspect a dialog");
    case "im.dialog.get":
      return l10n.t("Inspect a dialog when “imbot” is not granted");
    case "im.chat.get":
      return l10n.t("Find the chat of a CRM object");
    case "imbot.chat.get":
      return l10n.t("Find the chat of a CRM object when “im” is not granted");
    case "im.user.get":
      return l10n.t("Name the person of a private dialog");
    case "im.user.list.get":
      return l10n.t("Name several people at once");
    case "im.recent.list":
      return l10n.t("List chats and Open Channel dialogs in the sidebar");
    case "im.dialog.users.list":
      return l10n.t("List the members of a dialog");
    case "im.dialog.messages.get":
      return l10n.t("Read the latest messages of a dialog");
    case "imbot.v2.Chat.Message.getContext":
      return l10n.t("Read the latest messages as a bot, with its token");
    case "imopenlines.session.history.get":
      return l10n.t("Read the messages of an Open Channel session when “im” is not granted");
    case "im.search.chat.list":
      return l10n.t("Search chats by their title");
    case "imbot.bot.list":
      return l10n.t("List the bots of the portal");
    case "imbot.v2.Chat.get":
      return l10n.t("Read a dialog as a bot sees it, with the bot's token");
    case "imbot.v2.Bot.get":
      return l10n.t("Check a bot's token");
    case "imbot.v2.Event.get":
      return l10n.t("Show the events that wait for a bot");
    case "imopenlines.dialog.get":
      return l10n.t("Find the chat of an Open Channel session or client, read Open Channel chats");
    case "imopenlines.crm.chat.get":
      return l10n.t("Find the Open Channel dialogs of a CRM object");
  }
}

/** A scope as the portal's own list of permissions names it. */
export function scopeLabel(scope: Scope): string {
  switch (scope) {
    case "im":
      return l10n.t("“im” (Chat and notifications)");
    case "imbot":
      return l10n.t("“imbot” (Create and manage chat bots)");
    case "imopenlines":
      return l10n.t("“imopenlines” (Open Channels)");
  }
}

/** Why the portal did not answer something, in a few words. */
export function whyUnanswered(error: Unanswered, userId: string): string {
  const failure = diagnosed({ error, exchange: undefined });
  return failure === undefined ? "" : explain({ failure, userId }, "page").heading;
}

/** The same with the portal's own code. */
export function whyUnansweredWithCode(error: Unanswered, userId: string): string {
  return explainInShort({ error, exchange: undefined }, { userId });
}
