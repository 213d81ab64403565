import * as l10n from "@vscode/l10n";
import { sufficientScopes } from "../core/diagnosis/sufficientScopes";
import type { Explanations } from "./explanation";

/** What the webhook, its owner or an administrator does not allow. */
export const rightsExplanations = {
  webhookRejected: ({ userId }) => ({
    heading: l10n.t("The portal rejects the webhook"),
    paragraphs: l10n.t(
      "It was not copied whole, was deleted, has expired, or its secret was regenerated, which also happens when an administrator edits somebody else's webhook. Or user {0} was dismissed. Or Bitrix24 has blocked it because its secret became public; the portal's list of integrations shows that.",
      userId,
    ),
    steps: [
      l10n.t(
        "In the portal open Applications > Developer resources > Other > Incoming webhook, and copy the current address.",
      ),
      l10n.t("Replace the webhook here. History and settings of the portal stay."),
    ],
  }),
  // A scope that is granted later counts at once.
  scopeMissing: ({ method, scopes }) => {
    const needed = sufficientScopes(method);
    return {
      heading: l10n.t("The webhook lacks a permission"),
      paragraphs: [
        describeNeededScopes(method, needed),
        ...(scopes === undefined ? [] : [describeScopes(scopes)]),
      ],
      steps: [
        l10n.t(
          "In the portal open Applications > Developer resources, choose this webhook, and add the scope “{0}”.",
          needed[0] ?? "",
        ),
        l10n.t(
          "Save there and try again. Only if the portal shows another address now, replace the webhook here.",
        ),
      ],
    };
  },
  accessDenied: ({ method, userId }) => ({
    heading: l10n.t("The portal denies access"),
    paragraphs: [
      l10n.t(
        "User {0}, the webhook's owner, may not call {1}, or the portal's plan does not allow it.",
        userId,
        method,
      ),
    ],
    steps: l10n.t("Ask the portal's administrator about the rights and the plan."),
    isOpen: true,
  }),
  crmObjectHidden: ({ userId }) => ({
    heading: l10n.t("The webhook's owner may not read this CRM object"),
    paragraphs: l10n.t(
      "User {0}, who owns the webhook, may not see the object in the CRM, and so not its chats.",
      userId,
    ),
    steps: l10n.t(
      "Ask the portal's administrator for access to the object, or use the webhook of somebody who sees it.",
    ),
  }),
  sessionHidden: ({ userId }) => ({
    heading: l10n.t("The webhook's owner may not see this conversation"),
    paragraphs: l10n.t(
      "User {0} is not a member of the chat and may not see the conversations of this Open Channel.",
      userId,
    ),
    steps: l10n.t(
      "Ask the administrator for the right to see the conversations of the Open Channel, or an operator to invite user {0}.",
      userId,
    ),
  }),
  authorizationFailed: ({ userId }) => ({
    heading: l10n.t("The portal could not authorize the call"),
    paragraphs: l10n.t("It did not accept the call on behalf of user {0}.", userId),
    steps: l10n.t("Show what the portal says to its administrator."),
    isOpen: true,
  }),
  personHidden: ({ userId }) => ({
    heading: l10n.t("The webhook's owner may not see this person"),
    paragraphs: l10n.t(
      "User {0} is an external (extranet) user: such users see only people of their own workgroups.",
      userId,
    ),
    steps: l10n.t("Use a webhook that an employee of the portal created."),
  }),
  userNotAllowed: ({ userId }) => ({
    heading: l10n.t("The webhook's owner may not call this method"),
    paragraphs: l10n.t(
      "User {0} is an external (extranet) user or a guest, or has no access to the application.",
      userId,
    ),
    steps: l10n.t("Use a webhook that an employee of the portal created."),
  }),
  userInactive: ({ userId }) => ({
    heading: l10n.t("The webhook's owner cannot sign in"),
    paragraphs: l10n.t(
      "User {0} is inactive, was dismissed, or has never accepted the invitation, so the webhook acts for nobody.",
      userId,
    ),
    steps: l10n.t("Use a webhook of an active user."),
  }),
  wrongAuthType: ({ method }) => ({
    heading: l10n.t("The method does not accept a webhook"),
    paragraphs: l10n.t("{0} refuses this kind of authorization.", method),
    steps: l10n.t("Check that the address is an incoming webhook's."),
  }),
  httpsRequired: ({ isInsecure }) =>
    isInsecure
      ? {
          heading: l10n.t("The portal requires https://"),
          paragraphs: l10n.t("The webhook is stored with http://, which this portal refuses."),
          steps: l10n.t("Replace the webhook with its https:// address."),
        }
      : {
          heading: l10n.t("The portal does not see that the call came over https://"),
          paragraphs: l10n.t(
            "The call was made over https://. A proxy or load balancer before the portal's server does not pass that on.",
          ),
          steps: l10n.t(
            "Ask the portal's administrator to have the proxy set X-Forwarded-Proto and the server HTTPS, or to allow REST over http inside (REST_APAUTH_ALLOW_HTTP).",
          ),
        },
  confirmationWaiting: ({ method }) => ({
    heading: l10n.t("An administrator has to confirm the call"),
    paragraphs: l10n.t("The portal waits for an administrator to allow {0}.", method),
    steps: l10n.t("Ask the portal's administrator to confirm, then try again."),
  }),
  confirmationDenied: ({ method }) => ({
    heading: l10n.t("An administrator denied the call"),
    paragraphs: l10n.t(
      "An administrator of the portal decided against {0} for this webhook.",
      method,
    ),
    steps: l10n.t("Talk to the portal's administrator."),
  }),
} satisfies Partial<Explanations>;

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
