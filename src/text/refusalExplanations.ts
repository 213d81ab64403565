import * as l10n from "@vscode/l10n";
import type { RefusalCause } from "../core/diagnosis/refusalCauses";
import { explainNoAccess } from "./accessExplanations";
import { explainBotRefusal } from "./botExplanations";
import type { Explanation, FailureContext } from "./explanation";
import { explainRights } from "./rightsExplanations";

/** The portal's own refusals in words. Its code and text are shown beside, unchanged. */
export function explainRefusal(cause: RefusalCause, context: FailureContext): Explanation {
  const { dialogId = "", failure } = context;
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
    case "noRecord":
      return explainNoAccess(cause, context);
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
    case "moduleMissing":
      return {
        heading: l10n.t("The portal has no messenger"),
        paragraphs: [l10n.t("The module “im” is not installed, so there are no chats to read.")],
        steps: [l10n.t("Ask the portal's administrator to install it.")],
      };
    case "webhookRejected":
    case "scopeMissing":
    case "planWithoutRest":
    case "accessDenied":
    case "personHidden":
    case "userNotAllowed":
    case "userInactive":
    case "wrongAuthType":
    case "httpsRequired":
    case "confirmationWaiting":
    case "confirmationDenied":
      return explainRights(cause, context);
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
    case "noSuchUser":
      return {
        heading: l10n.t("There is no such user"),
        paragraphs: [l10n.t("The portal has no user with the id “{0}”.", dialogId)],
        steps: [l10n.t("If you meant a chat, write “chat” before the number.")],
      };
    case "searchTooShort":
      return {
        heading: l10n.t("The text to search for is too short"),
        paragraphs: [
          l10n.t(
            "Portals search from two characters on, some without a full-text index from three.",
          ),
        ],
        steps: [l10n.t("Type more of the title.")],
      };
    case "noSuchSession":
      return {
        heading: l10n.t("There is no such session"),
        paragraphs: [l10n.t("The portal knows no Open Channel session with this id.")],
        steps: [l10n.t("Check the number: a session's id is not the chat's.")],
      };
    case "noSuchMessage":
      return {
        heading: l10n.t("There is no such message"),
        paragraphs: [l10n.t("It was deleted, or its id is of another portal.")],
        steps: [l10n.t("Check the number.")],
      };
    case "botViewTooOld":
    case "botTokenMissing":
    case "botTokenTooLong":
    case "botNotFound":
    case "botNotOwned":
    case "botCannotSee":
    case "botMayNotReadMessages":
    case "chatNotFound":
      return explainBotRefusal(cause, context);
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
