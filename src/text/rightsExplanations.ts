import * as l10n from "@vscode/l10n";
import type { RefusalCause } from "../core/diagnosis/refusalCauses";
import { sufficientScopes } from "../core/diagnosis/sufficientScopes";
import type { Explanation, FailureContext } from "./explanation";

export type RightsCause = Extract<
  RefusalCause,
  | "webhookRejected"
  | "scopeMissing"
  | "planWithoutRest"
  | "accessDenied"
  | "personHidden"
  | "userNotAllowed"
  | "userInactive"
  | "wrongAuthType"
  | "httpsRequired"
  | "confirmationWaiting"
  | "confirmationDenied"
>;

/** What the webhook, its owner or the plan is not allowed, in words. */
export function explainRights(cause: RightsCause, context: FailureContext): Explanation {
  const { userId, failure } = context;
  const method = failure.exchange?.method ?? "";
  switch (cause) {
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
    case "scopeMissing": {
      const scopes = sufficientScopes(failure.exchange?.method);
      return {
        heading: l10n.t("The webhook lacks a permission"),
        paragraphs: [
          describeNeededScopes(method, scopes),
          ...(context.scopes === undefined ? [] : [describeScopes(context.scopes)]),
        ],
        steps: [
          l10n.t(
            "In the portal open Applications > Developer resources, choose this webhook, and add the scope “{0}”.",
            scopes[0] ?? "",
          ),
          l10n.t("Save there. If the address changed, replace the webhook here; else try again."),
        ],
      };
    }
    case "planWithoutRest":
      return {
        heading: l10n.t("The portal's plan has no REST"),
        paragraphs: [
          l10n.t("REST needs a commercial plan, a Market subscription or a trial of Bitrix24."),
        ],
        steps: [l10n.t("Ask the portal's administrator to check the plan.")],
      };
    case "accessDenied":
      return {
        heading: l10n.t("The portal denies access"),
        paragraphs: [
          l10n.t(
            "User {0}, the webhook's owner, may not call {1}, or the portal's plan has no REST. The portal's own text is shown below.",
            userId,
            method,
          ),
        ],
        steps: [l10n.t("Ask the portal's administrator about the rights and the plan.")],
      };
    case "personHidden":
      return {
        heading: l10n.t("The webhook's owner may not see this person"),
        paragraphs: [
          l10n.t(
            "User {0} is an external (extranet) user: such users see only people of their own workgroups.",
            userId,
          ),
        ],
        steps: [l10n.t("Use a webhook that an employee of the portal created.")],
      };
    case "userNotAllowed":
      return {
        heading: l10n.t("The webhook's owner may not call this method"),
        paragraphs: [
          l10n.t(
            "User {0} is an external (extranet) user or a guest, or has no access to the application.",
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
  }
}

function describeNeededScopes(method: string, scopes: readonly string[]): string {
  const [only, other] = scopes;
  return only !== undefined && other === undefined
    ? l10n.t("{0} needs the scope “{1}”.", method, only)
    : l10n.t(
        "To read dialogs a webhook needs the scope “imbot” (Create and manage chat bots) or “im” (Chat and notifications). With “im” private dialogs show the person's name too.",
      );
}

function describeScopes(scopes: readonly string[]): string {
  return scopes.length === 0
    ? l10n.t("When last checked, the webhook had no permissions at all.")
    : l10n.t("Granted when last checked: {0}.", scopes.join(", "));
}
