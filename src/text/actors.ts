import * as l10n from "@vscode/l10n";
import type { Actor } from "../core/diagnosis/causeRow";

/** Who can fix a failure, as a line of its own. */
export function describeActor(actor: Actor, userId: string): string {
  return l10n.t("Who can fix it: {0}", nameOf(actor, userId));
}

function nameOf(actor: Actor, userId: string): string {
  switch (actor) {
    case "you":
      return l10n.t("you");
    case "webhookOwner":
      return userId === ""
        ? l10n.t("the webhook's owner")
        : l10n.t("the webhook's owner, user {0}", userId);
    case "member":
      return l10n.t("a member of the chat");
    case "administrator":
      return l10n.t("the portal's administrator");
    case "support":
      return l10n.t("Bitrix24's support");
    case "network":
      return l10n.t("whoever runs your network");
    case "time":
      return l10n.t("nobody needs to; wait, and try again");
  }
}
