import * as l10n from "@vscode/l10n";
import type { Actor } from "../core/diagnosis/causeRow";
import { wording } from "./language";

/** Who can fix a failure, as a line of its own. */
export function describeActor(actor: Actor, userId: string): string {
  return l10n.t("Who can fix it: {0}", nameOf(actor, userId));
}

const nameOf = wording<Actor, [userId: string]>({
  you: () => l10n.t("you"),
  webhookOwner: (userId) =>
    userId === "" ? l10n.t("the webhook's owner") : l10n.t("the webhook's owner, user {0}", userId),
  member: () => l10n.t("a member of the chat"),
  administrator: () => l10n.t("the portal's administrator"),
  support: () => l10n.t("Bitrix24's support"),
  network: () => l10n.t("whoever runs your network"),
  time: () => l10n.t("nobody needs to; wait, and try again"),
});
