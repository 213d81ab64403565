import * as l10n from "@vscode/l10n";
import { isPrivate, noPersonForBot } from "./dialogExplanations";
import type { Explanations } from "./explanation";

/** Refusals of calls that act as a bot, which its token proves. */
export const botExplanations = {
  botViewTooOld: ({ method }) => ({
    heading: l10n.t("The portal is too old to be read as a bot"),
    paragraphs: l10n.t(
      "{0} is not there: reading a chat as a bot needs revision 32 of the bot API. On this portal only the webhook's owner can read chats.",
      method,
    ),
    steps: l10n.t("On your own server, bring the modules “im” and “imbot” up to date."),
  }),
  botTokenMissing: ({ method }) => ({
    heading: l10n.t("The portal asks for the bot's token"),
    paragraphs: l10n.t(
      "With a webhook, {0} needs the token that the bot was registered with (botToken; for older bots CLIENT_ID).",
      method,
    ),
    steps: l10n.t("Add the bot once more, with its token."),
  }),
  botTokenTooLong: () => ({
    heading: l10n.t("The portal does not accept a token of this length"),
    paragraphs: l10n.t(
      "New tokens have at most 40 characters; longer ones of older bots go on working.",
    ),
    steps: [
      l10n.t("Check whether more than the token was pasted."),
      l10n.t("If the token really is that long, replace it in the bot's own program."),
    ],
  }),
  botNotFound: () => ({
    heading: l10n.t("The token is not this bot's, or there is no such bot"),
    paragraphs: l10n.t(
      "The portal may say the same in each case: the token is another bot's, the id is another one on this portal, or the bot was deleted.",
    ),
    steps: [
      l10n.t(
        "Take the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
      ),
      l10n.t(
        "Compare the id: the sidebar lists the portal's bots under “Bots”. Then add the bot once more.",
      ),
    ],
  }),
  botNotOwned: () => ({
    heading: l10n.t("The token is not this bot's"),
    paragraphs: l10n.t(
      "The bot was registered with another token, or by another application. A bot reads for others only with its own token.",
    ),
    steps: l10n.t(
      "Take the token from the program that registered the bot: botToken, or CLIENT_ID for older bots.",
    ),
  }),
  botCannotSee: (facts) =>
    isPrivate(facts)
      ? noPersonForBot(facts)
      : {
          heading: l10n.t("The chat exists, but the bot cannot see it"),
          paragraphs: l10n.t(
            "For a chat that does not exist the portal has another answer. The bot is not a member of {0}.",
            facts.dialogId,
          ),
          steps: l10n.t("Ask a member of the chat to invite the bot."),
        },
  botMayNotReadMessages: () => ({
    heading: l10n.t("The bot may not read messages"),
    paragraphs: l10n.t(
      "Only bots of the types “supervisor” and “personal” may read messages, and only where they are members.",
    ),
    steps: l10n.t("Use a bot of such a type."),
  }),
  botNotInChannel: ({ dialogId }) => ({
    heading: l10n.t("The bot is not in the channel of this thread"),
    paragraphs: l10n.t(
      "{0} holds the comments on a post in a channel, and only members of the channel may read them.",
      dialogId,
    ),
    steps: l10n.t("Ask a member of the channel to invite the bot."),
  }),
  userNotSubscribed: ({ userId }) => ({
    heading: l10n.t("The events of this user are not collected"),
    paragraphs: l10n.t(
      "The bot's program has not asked the portal to collect events of user {0}.",
      userId,
    ),
    steps: l10n.t("Read the events of the bot alone."),
  }),
} satisfies Partial<Explanations>;
