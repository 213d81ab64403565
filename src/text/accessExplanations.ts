import * as l10n from "@vscode/l10n";
import type { RefusalCause } from "../core/diagnosis/refusalCauses";
import type { Explanation, FailureContext } from "./explanation";

export type AccessCause = Extract<RefusalCause, "noAccessOrNoChat" | "noRecord">;

/** The portal leaves open whether a dialog is missing or only out of sight. */
export function explainNoAccess(cause: AccessCause, context: FailureContext): Explanation {
  const { userId, dialogId = "" } = context;
  const isPrivate = /^\d+$/.test(dialogId);
  const steps = isPrivate ? privateSteps(dialogId, userId) : chatSteps(dialogId, userId);
  if (cause === "noRecord") {
    return {
      heading: l10n.t("No chat behind this id, or its record cannot be read"),
      paragraphs: [
        l10n.t(
          "With HTTP 400 the portal says that the id led to nothing, or that the record of the chat is not readable for user {0}.",
          userId,
        ),
      ],
      steps,
    };
  }
  return isPrivate
    ? {
        heading: l10n.t("No access, or no such user"),
        paragraphs: [
          l10n.t(
            "User {0} is not visible to user {1}, who owns the webhook, or does not exist, or a chat was meant. The portal does not say which.",
            dialogId,
            userId,
          ),
        ],
        steps,
      }
    : {
        heading: l10n.t("No access, or no such chat"),
        paragraphs: [
          l10n.t(
            "The portal answers both the same way, so that nobody can find out which chats exist.",
          ),
          l10n.t(
            "The call acts as the webhook's owner, user {0}. What a bot may see does not count: the bot can be in this chat and user {0} not.",
            userId,
          ),
        ],
        steps,
      };
}

function privateSteps(dialogId: string, userId: string): readonly string[] {
  return [
    l10n.t("A bare number is a user's id. If you meant chat {0}, inspect chat{0}.", dialogId),
    l10n.t(
      "Look for user {0} in the portal as user {1}. If nobody is found, use the webhook of somebody who sees that user.",
      dialogId,
      userId,
    ),
  ];
}

function chatSteps(dialogId: string, userId: string): readonly string[] {
  return [
    l10n.t("Check the number: {0} is the chat's own id, as in DIALOG_ID of an event.", dialogId),
    l10n.t(
      "Open the chat in the portal as user {0}. If it is not there, ask a member to invite user {0}, or use the webhook of a member.",
      userId,
    ),
  ];
}
