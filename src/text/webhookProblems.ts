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
    case "oauthSettings":
      return l10n.t(
        "These are the tokens of an OAuth application, which expire within an hour. Paste an incoming webhook instead.",
      );
    case "noPortal":
      return l10n.t(
        "The portal is missing before /rest/: paste the whole address, from https:// on.",
      );
    case "zeroUser":
      return l10n.t("There is no user 0: the address ends in /rest/USER_ID/SECRET/.");
    case "cutOff":
      return l10n.t(
        "The secret is cut off or hidden. Copy the whole webhook URL from the portal once more.",
      );
    case "placeholder":
      return l10n.t(
        "This is the example of a manual: words stand in place of its values. Paste the webhook URL of your portal.",
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
        "Over http:// anybody on the way could read the secret. Use https://; over http:// only a portal in your own network can be called.",
      );
    case "unreadable":
      return l10n.t("This address cannot be read. Copy the webhook URL from the portal once more.");
  }
}
