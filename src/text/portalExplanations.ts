import * as l10n from "@vscode/l10n";
import type { Explanations } from "./explanation";

/** The portal itself: its version, its license and plan, its health. */
export const portalExplanations = {
  methodNotFound: ({ method }) => ({
    heading: l10n.t("The portal does not know the method"),
    paragraphs: l10n.t(
      "{0} is not there: the portal is too old, the module is not installed, or the address is not a portal's.",
      method,
    ),
    steps: [
      l10n.t(
        "On your own server, check that the modules “im” and “imbot” are installed and up to date.",
      ),
      l10n.t("Check the address of the webhook."),
    ],
  }),
  moduleMissing: () => ({
    heading: l10n.t("The portal has no messenger"),
    paragraphs: l10n.t("The module “im” is not installed, so there are no chats to read."),
    steps: l10n.t("Ask the portal's administrator to install it."),
  }),
  planWithoutRest: () => ({
    heading: l10n.t("The portal's plan has no REST"),
    paragraphs: [
      l10n.t(
        "REST needs a commercial plan, a Market subscription or a trial of Bitrix24. This portal has none of them, or it has ended.",
      ),
    ],
    steps: l10n.t("Ask the portal's administrator to check the plan."),
  }),
  planWithoutMethod: ({ method }) => ({
    heading: l10n.t("The portal's plan does not include this"),
    paragraphs: l10n.t("{0} is available on larger plans only.", method),
    steps: l10n.t("Ask the portal's administrator to check the plan."),
  }),
  licenseProblem: () => ({
    heading: l10n.t("The portal's license was not confirmed"),
    paragraphs: l10n.t(
      "Bitrix24 has not confirmed the license of this portal, or has blocked the portal because of it, so REST does not answer.",
    ),
    steps: l10n.t("Ask the portal's administrator to check the license."),
    isOpen: true,
  }),
  portalClosed: () => ({
    heading: l10n.t("The portal is closed"),
    paragraphs: l10n.t(
      "The portal was deleted; on its owner's server, its public part may be closed for maintenance.",
    ),
    steps: l10n.t("Open the portal in a browser and see what it shows."),
  }),
  rateLimited: () => ({
    heading: l10n.t("Too many requests"),
    paragraphs: l10n.t(
      "In Bitrix24's cloud a portal takes a burst of 50 requests and then 2 a second (Enterprise: 250 and 5), counted for all programs at this network address. A portal on its owner's server may have limits of its own.",
    ),
    steps: l10n.t("Wait a few seconds and try again."),
  }),
  operatingLimit: ({ method }) => ({
    heading: l10n.t("The method is blocked for some minutes"),
    paragraphs: l10n.t(
      "Calls of {0} have used up the execution time that the portal grants in ten minutes. A bot with the same webhook counts too.",
      method,
    ),
    steps: l10n.t("Wait up to ten minutes and try again."),
  }),
  overload: () => ({
    heading: l10n.t("Bitrix24 has put this webhook on hold"),
    paragraphs: l10n.t(
      "The hold was set by hand because of overload. It affects only this webhook or its application: others go on working. Calling again does not lift it.",
    ),
    steps: [
      l10n.t("Find out which program calls the portal too often with this webhook."),
      l10n.t("Ask the portal's administrator to write to Bitrix24's support."),
    ],
  }),
  authorizationServerDown: () => ({
    heading: l10n.t("The portal could not reach Bitrix24's authorization server"),
    paragraphs: l10n.t(
      "The portal asks that server about a call, and got no answer. The webhook may be fine.",
    ),
    steps: [
      l10n.t("Wait a minute and try again."),
      l10n.t("If it happens again, tell the portal's administrator the time and the code."),
    ],
  }),
  serverError: () => ({
    heading: l10n.t("The portal's server failed"),
    paragraphs: l10n.t(
      "The error is on the portal's side; the dialog and the webhook may be fine.",
    ),
    steps: [
      l10n.t("Try again."),
      l10n.t("If it happens again, tell the portal's administrator the time and the code."),
    ],
  }),
  badParameter: ({ method }) => ({
    heading: l10n.t("The portal does not accept a parameter"),
    paragraphs: l10n.t(
      "{0} was called in a way that this version of the portal does not understand.",
      method,
    ),
    steps: l10n.t("This should not happen: please report it with the portal's text."),
    isOpen: true,
  }),
  unknownRefusal: ({ code }) => ({
    heading: l10n.t("The portal refused the request"),
    paragraphs: [
      code === ""
        ? l10n.t("The portal gave no code for its refusal.")
        : l10n.t("The code is not one of the documented ones."),
    ],
    steps: [
      l10n.t("Try again."),
      l10n.t("If it happens again, tell the portal's administrator the time and the code."),
    ],
    isOpen: true,
  }),
} satisfies Partial<Explanations>;
