import * as l10n from "@vscode/l10n";
import type { ExplanationRow, Explanations, FailureFacts } from "./explanation";

/** The dialog, message or person that was asked for. */
export const dialogExplanations = {
  dialogIdRefused: ({ method, dialogId }) => ({
    heading: l10n.t("The portal does not accept this DIALOG_ID"),
    paragraphs: l10n.t(
      "For {0} the id “{1}” is empty or has a form that this version of the portal does not know.",
      method,
      dialogId,
    ),
    steps: l10n.t("Use chat29 for a chat, or 5 for the private dialog with user 5."),
  }),
  noRecord: (facts) => ({
    heading: l10n.t("No chat behind this id, or its record cannot be read"),
    paragraphs: l10n.t(
      "With HTTP 400 the portal says that the id led to nothing, or that the record of the chat is not readable for user {0}.",
      facts.userId,
    ),
    steps: stepsToSee(facts),
  }),
  noAccessOrNoChat: (facts) => (isPrivate(facts) ? noPerson(facts) : noChat(facts)),
  // To a bot a bare number is a person, and no chat is missing.
  chatNotFound: (facts) =>
    isPrivate(facts)
      ? noPersonForBot(facts)
      : {
          heading: l10n.t("There is no such chat"),
          paragraphs: l10n.t(
            "The portal answers a bot plainly: {0} does not exist, or no longer exists.",
            facts.dialogId,
          ),
          steps: l10n.t(
            "Check the number, and whether the id came from an event of another portal.",
          ),
        },
  noSuchUser: ({ dialogId }) => ({
    heading: l10n.t("There is no such user"),
    paragraphs:
      dialogId === ""
        ? [l10n.t("The portal has no user with this id.")]
        : [l10n.t("The portal has no user with the id “{0}”.", dialogId)],
    steps: l10n.t("If you meant a chat, write “chat” before the number."),
  }),
  noSuchSession: () => ({
    heading: l10n.t("There is no such session"),
    paragraphs: l10n.t("The portal knows no Open Channel session with this id."),
    steps: l10n.t("Check the number: a session's id is not the chat's."),
  }),
  noSuchMessage: () => ({
    heading: l10n.t("There is no such message"),
    paragraphs: l10n.t("It was deleted, or its id is of another portal."),
    steps: l10n.t("Check the number."),
  }),
  nothingFound: ({ method }) => ({
    heading: l10n.t("The portal found nothing"),
    paragraphs: l10n.t("For {0} there is nothing with this id.", method),
    steps: l10n.t("Check the number, and whether the id came from an event of another portal."),
  }),
  searchTooShort: () => ({
    heading: l10n.t("The text to search for is too short"),
    paragraphs: l10n.t(
      "Portals search from two characters on, some without a full-text index from three.",
    ),
    steps: l10n.t("Type more of the title."),
  }),
  threadWithoutPost: ({ dialogId }) => ({
    heading: l10n.t("The post of this comment thread is gone"),
    paragraphs: l10n.t(
      "{0} holds the comments on a post in a channel. The portal does not find the post, so nobody can read the comments.",
      dialogId,
    ),
    steps: l10n.t("Check the number, and whether the post was deleted."),
  }),
  historyLimited: ({ dialogId }) => ({
    heading: l10n.t("The portal's plan does not show history this old"),
    paragraphs: l10n.t(
      "{0} belongs to a message that is older than the portal's plan keeps readable.",
      dialogId,
    ),
    steps: l10n.t("Ask the portal's administrator to check the plan."),
  }),
} satisfies Partial<Explanations>;

export function isPrivate({ dialogId }: FailureFacts): boolean {
  return /^\d+$/.test(dialogId);
}

export function noPersonForBot({ dialogId }: FailureFacts): ExplanationRow {
  return {
    heading: l10n.t("There is no such person for this bot"),
    paragraphs: l10n.t(
      "Read as a bot, {0} is a person's id: there is no such user, or the bot may not see this one.",
      dialogId,
    ),
    steps: [
      l10n.t("If you meant chat {0}, inspect chat{0}.", dialogId),
      l10n.t("Check the number, and whether the id came from an event of another portal."),
    ],
  };
}

/** The portal leaves open whether a dialog is missing or only out of sight. */
function noChat(facts: FailureFacts): ExplanationRow {
  return {
    heading: l10n.t("No access, or no such chat"),
    paragraphs: [
      l10n.t(
        "The portal answers both the same way, so that nobody can find out which chats exist.",
      ),
      l10n.t(
        "The call acts as the webhook's owner, user {0}. What a bot may see does not count: the bot may be a member of this chat while user {0} is not.",
        facts.userId,
      ),
    ],
    steps: stepsToSee(facts),
  };
}

function noPerson(facts: FailureFacts): ExplanationRow {
  return {
    heading: l10n.t("No access, or no such user"),
    paragraphs: l10n.t(
      "User {0} is not visible to user {1}, who owns the webhook, or does not exist, or a chat was meant. The portal does not say which.",
      facts.dialogId,
      facts.userId,
    ),
    steps: stepsToSee(facts),
  };
}

function stepsToSee(facts: FailureFacts): readonly string[] {
  const { dialogId, userId } = facts;
  if (isPrivate(facts)) {
    return [
      l10n.t("A bare number is a user's id. If you meant chat {0}, inspect chat{0}.", dialogId),
      l10n.t(
        "Look for user {0} in the portal as user {1}. If nobody is found, use the webhook of somebody who sees that user.",
        dialogId,
        userId,
      ),
    ];
  }
  return [
    l10n.t("Check the number: {0} is the chat's own id, as in DIALOG_ID of an event.", dialogId),
    l10n.t(
      "Open the chat in the portal as user {0}. If it is not there, ask a member to invite user {0}, or use the webhook of a member.",
      userId,
    ),
  ];
}
