import { l10n } from "vscode";
import type { RefusalCause } from "../../core/diagnosis/refusalCauses";
import type { Explanation, FailureContext } from "./explanation";

/** The portal's own refusals in words. Its code and text are shown beside, unchanged. */
export function explainRefusal(cause: RefusalCause, context: FailureContext): Explanation {
  const { userId, dialogId = "", failure } = context;
  const method = failure.exchange?.method ?? "";
  const tryAgain = l10n.t("Try again: reading changes nothing.");
  switch (cause) {
    case "dialogIdRefused":
      return {
        heading: l10n.t("The portal does not accept this DIALOG_ID"),
        paragraphs: [
          l10n.t(
            "For {0} the id “{1}” is empty or has a form that this version of the portal does not know.",
            method,
            dialogId,
          ),
        ],
        steps: [l10n.t("Use chat29 for a chat, or 5 for the private dialog with user 5.")],
      };
    case "noAccessOrNoChat":
      return {
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
        steps: accessSteps(dialogId, userId),
      };
    case "noRecord":
      return {
        heading: l10n.t("The chat was found, but its record cannot be read"),
        paragraphs: [
          l10n.t(
            "With HTTP 400 the portal says that the id led to nothing, or that the record of the chat is not readable for user {0}.",
            userId,
          ),
        ],
        steps: accessSteps(dialogId, userId),
      };
    case "methodNotFound":
      return {
        heading: l10n.t("The portal does not know the method"),
        paragraphs: [
          l10n.t(
            "{0} is not there: the portal is too old, the module is not installed, or the address is not a portal's.",
            method,
          ),
        ],
        steps: [
          l10n.t(
            "On your own server, check that the modules “im” and “imbot” are installed and up to date.",
          ),
          l10n.t("Check the address of the webhook."),
        ],
      };
    case "webhookRejected":
      return {
        heading: l10n.t("The portal rejects the webhook"),
        paragraphs: [
          l10n.t(
            "It was deleted, has expired, or its secret was regenerated: that happens too when an administrator edits somebody else's webhook. Or user {0} was dismissed.",
            userId,
          ),
        ],
        steps: [
          l10n.t(
            "In the portal open Applications > Developer resources > Other > Incoming webhook, and copy the current address.",
          ),
          l10n.t("Replace the webhook here. History and settings of the portal stay."),
        ],
      };
    case "scopeMissing":
      return {
        heading: l10n.t("The webhook lacks a permission"),
        paragraphs: [
          l10n.t(
            "To read dialogs a webhook needs the scope “imbot” (Create and manage chat bots) or “im” (Chat and notifications). With “im” private dialogs show the person's name too.",
          ),
          ...(context.scopes === undefined ? [] : [describeScopes(context.scopes)]),
        ],
        steps: [
          l10n.t(
            "In the portal open Applications > Developer resources, choose this webhook, and add the scope “imbot”.",
          ),
          l10n.t("Save there. If the address changed, replace the webhook here; else try again."),
        ],
      };
    case "accessDenied":
      return {
        heading: l10n.t("The portal denies access"),
        paragraphs: [
          l10n.t(
            "Most often the portal's plan has no REST: it needs a commercial plan, a Market subscription or a trial. The portal's own text is shown below.",
          ),
        ],
        steps: [l10n.t("Ask the portal's administrator to check the plan.")],
      };
    case "userNotAllowed":
      return {
        heading: l10n.t("The webhook's owner may not call this method"),
        paragraphs: [
          l10n.t(
            "User {0} is an external (extranet) user, or has no access to the application.",
            userId,
          ),
        ],
        steps: [l10n.t("Use a webhook that an employee of the portal created.")],
      };
    case "userInactive":
      return {
        heading: l10n.t("The webhook's owner cannot sign in"),
        paragraphs: [
          l10n.t(
            "User {0} is inactive or was dismissed, so the webhook no longer acts for anybody.",
            userId,
          ),
        ],
        steps: [l10n.t("Use a webhook of an active user.")],
      };
    case "wrongAuthType":
      return {
        heading: l10n.t("The method does not accept a webhook"),
        paragraphs: [l10n.t("{0} refuses this kind of authorisation.", method)],
        steps: [l10n.t("Check that the address is an incoming webhook's.")],
      };
    case "httpsRequired":
      return {
        heading: l10n.t("The portal requires https://"),
        paragraphs: [l10n.t("The webhook is stored with http://, which this portal refuses.")],
        steps: [l10n.t("Replace the webhook with its https:// address.")],
      };
    case "rateLimited":
      return {
        heading: l10n.t("Too many requests"),
        paragraphs: [
          l10n.t(
            "The portal takes a burst of 50 requests and then 2 a second (Enterprise: 250 and 5), counted for all programs at this network address.",
          ),
        ],
        steps: [l10n.t("Wait a few seconds and try again.")],
      };
    case "operatingLimit":
      return {
        heading: l10n.t("The method is blocked for some minutes"),
        paragraphs: [
          l10n.t(
            "Calls of {0} have used up the execution time that the portal grants in ten minutes. A bot with the same webhook counts too.",
            method,
          ),
        ],
        steps: [l10n.t("Wait up to ten minutes and try again.")],
      };
    case "overload":
      return {
        heading: l10n.t("Bitrix24 has blocked REST on this portal"),
        paragraphs: [
          l10n.t("The block was set because of overload, by hand. Calling again does not lift it."),
        ],
        steps: [l10n.t("Ask the portal's administrator to write to the Bitrix24 support.")],
      };
    case "badParameter":
      return {
        heading: l10n.t("The portal does not accept a parameter"),
        paragraphs: [
          l10n.t(
            "{0} was called in a way that this version of the portal does not understand.",
            method,
          ),
        ],
        steps: [
          l10n.t("This should not happen: please report it with the portal's text from below."),
        ],
      };
    case "serverError":
      return {
        heading: l10n.t("The portal's server failed"),
        paragraphs: [
          l10n.t("The error is on the portal's side; the dialog and the webhook may be fine."),
        ],
        steps: [
          tryAgain,
          l10n.t("If it stays, tell the portal's administrator the time and the code."),
        ],
      };
    case "portalClosed":
      return {
        heading: l10n.t("The portal is closed"),
        paragraphs: [
          l10n.t(
            "The portal was deleted; on an own server, its public part may be closed for maintenance.",
          ),
        ],
        steps: [l10n.t("Open the portal in a browser and see what it shows.")],
      };
    case "confirmationWaiting":
      return {
        heading: l10n.t("An administrator has to confirm the call"),
        paragraphs: [l10n.t("The portal waits for an administrator to allow {0}.", method)],
        steps: [l10n.t("Ask the portal's administrator to confirm, then try again.")],
      };
    case "confirmationDenied":
      return {
        heading: l10n.t("An administrator denied the call"),
        paragraphs: [
          l10n.t("An administrator of the portal decided against {0} for this webhook.", method),
        ],
        steps: [l10n.t("Talk to the portal's administrator.")],
      };
    case "unknownRefusal":
      return {
        heading: l10n.t("The portal refused the request"),
        paragraphs: [
          l10n.t(
            "The code is not one of the documented ones. The portal's own text is shown below.",
          ),
        ],
        steps: [tryAgain],
      };
  }
}

function accessSteps(dialogId: string, userId: string): readonly string[] {
  const isBareNumber = /^\d+$/.test(dialogId);
  return [
    isBareNumber
      ? l10n.t("A bare number is a user's id. If you meant chat {0}, inspect chat{0}.", dialogId)
      : l10n.t(
          "Check the number: {0} is the chat's own id, as in DIALOG_ID of an event.",
          dialogId,
        ),
    l10n.t(
      "Open the chat in the portal as user {0}. If it is not there, ask a member to invite user {0}, or use the webhook of a member.",
      userId,
    ),
  ];
}

function describeScopes(scopes: readonly string[]): string {
  return scopes.length === 0
    ? l10n.t("When last checked, the webhook had no permissions at all.")
    : l10n.t("Granted when last checked: {0}.", scopes.join(", "));
}
