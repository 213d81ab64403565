import * as l10n from "@vscode/l10n";
import type { RefusalCause } from "../core/diagnosis/refusalCauses";
import type { Explanation, FailureContext } from "./explanation";

export type BotCause = Extract<RefusalCause, `bot${string}` | "chatNotFound">;

/** Refusals of calls that act as a bot, which its token proves. */
export function explainBotRefusal(cause: BotCause, context: FailureContext): Explanation {
  const { dialogId = "", failure } = context;
  const method = failure.exchange?.method ?? "";
  switch (cause) {
    case "botViewTooOld":
      return {
        heading: l10n.t("The portal is too old for a bot's view"),
        paragraphs: [
          l10n.t(
            "{0} is not there. Chats can be read with a bot's eyes since revision 33 of the bot API; here only the webhook's owner can look.",
            method,
          ),
        ],
        steps: [
          l10n.t("On your own server, have the modules “im” and “imbot” brought up to date."),
        ],
      };
    case "botTokenMissing":
      return {
        heading: l10n.t("The portal wants the bot's token"),
        paragraphs: [
          l10n.t(
            "With a webhook, {0} needs the token that the bot was registered with (botToken; for older bots CLIENT_ID).",
            method,
          ),
        ],
        steps: [l10n.t("Add the bot once more, with its token.")],
      };
    case "botTokenTooLong":
      return {
        heading: l10n.t("The bot's token is too long"),
        paragraphs: [l10n.t("The portal accepts tokens of at most 40 characters.")],
        steps: [
          l10n.t("Look whether more than the token was pasted."),
          l10n.t("A token that is really longer has to be replaced in the bot's own program."),
        ],
      };
    case "botNotFound":
      return {
        heading: l10n.t("The token is not this bot's, or there is no such bot"),
        paragraphs: [
          l10n.t(
            "The portal may say the same in each case: the token is another bot's, the id is another one on this portal, or the bot was deleted.",
          ),
        ],
        steps: [
          l10n.t(
            "Take the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
          ),
          l10n.t(
            "Compare the id: the sidebar lists the portal's bots under “Bots”. Then add the bot once more.",
          ),
        ],
      };
    case "botNotOwned":
      return {
        heading: l10n.t("The token is not this bot's"),
        paragraphs: [
          l10n.t(
            "The bot was registered with another token, or by another application. Only with its own token does a bot let others look with its eyes.",
          ),
        ],
        steps: [
          l10n.t(
            "Take the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
          ),
        ],
      };
    case "botCannotSee":
      return {
        heading: l10n.t("The chat exists, but the bot cannot see it"),
        paragraphs: [
          l10n.t(
            "For a chat that does not exist the portal would say so. The bot is not a member of {0}.",
            dialogId,
          ),
        ],
        steps: [l10n.t("Ask a member of the chat to invite the bot.")],
      };
    case "botMayNotReadMessages":
      return {
        heading: l10n.t("The bot may not read messages"),
        paragraphs: [
          l10n.t(
            "Only bots of the types “supervisor” and “personal” may read messages, and only where they are members.",
          ),
        ],
        steps: [l10n.t("Use a bot of such a type.")],
      };
    case "chatNotFound":
      return {
        heading: l10n.t("There is no such chat"),
        paragraphs: [
          l10n.t(
            "To a bot the portal says it plainly: {0} does not exist, or no longer.",
            dialogId,
          ),
        ],
        steps: [
          l10n.t("Check the number, and whether the id came from an event of another portal."),
        ],
      };
  }
}
