import * as l10n from "@vscode/l10n";
import type { WebhookProblem } from "../core/portal/webhook";

/** Why a pasted text is not a webhook, and what to paste instead. Never quotes the text. */
export function describeWebhookProblem(problem: WebhookProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Paste the address of an incoming webhook.");
    case "noAddress":
      return l10n.t("There is no web address in this text. Paste the whole webhook URL.");
    case "bareToken":
      return l10n.t(
        "This looks like a token or a bare secret. Paste the whole webhook URL, from https:// on.",
      );
    case "oauthAddress":
      return l10n.t(
        "This is a call with an OAuth token, which expires within an hour. Paste an incoming webhook instead.",
      );
    case "noRestPath":
      return l10n.t(
        "An incoming webhook has /rest/ in its address. The portal's own address, or the handler of an outgoing webhook, cannot be called.",
      );
    case "noUserId":
      return l10n.t(
        "After /rest/ the user id is missing: the address ends in /rest/USER_ID/SECRET/.",
      );
    case "noSecret":
      return l10n.t("The secret is missing: the address ends in /rest/USER_ID/SECRET/.");
    case "transposed":
      return l10n.t(
        "User id and secret have changed places: the address ends in /rest/USER_ID/SECRET/.",
      );
    case "userInfo":
      return l10n.t("Remove the user name and password before the @ in the address.");
    case "insecure":
      return l10n.t(
        "Over http:// the secret would travel unprotected. Use https://; only your own computer may be called over http://.",
      );
    case "unreadable":
      return l10n.t("This address cannot be read. Copy the webhook URL from the portal once more.");
  }
}
