import * as l10n from "@vscode/l10n";
import type { WebhookProblem } from "../core/portal/webhook";
import { wording } from "./language";

/** Why a pasted text is not a webhook, and what to paste instead. Never quotes the text. */
export const describeWebhookProblem = wording<WebhookProblem>({
  empty: () => l10n.t("Paste the address of an incoming webhook."),
  noAddress: () => l10n.t("There is no web address in this text. Paste the whole webhook URL."),
  bareToken: () =>
    l10n.t(
      "This looks like a token or a bare secret. Paste the whole webhook URL, from https:// on.",
    ),
  oauthAddress: () =>
    l10n.t(
      "This is a call with an OAuth token, which expires within an hour. Paste an incoming webhook instead.",
    ),
  oauthSettings: () =>
    l10n.t(
      "These are the keys or tokens of an OAuth application. Paste an incoming webhook instead.",
    ),
  noPortal: () =>
    l10n.t("The portal is missing before /rest/: paste the whole address, from https:// on."),
  zeroUser: () => l10n.t("There is no user 0: the address ends in /rest/USER_ID/SECRET/."),
  cutOff: () =>
    l10n.t(
      "The secret is cut off or hidden. Copy the whole webhook URL from the portal once more.",
    ),
  placeholder: () =>
    l10n.t(
      "This is the example of a manual: words stand in place of its values. Paste the webhook URL of your portal.",
    ),
  noRestPath: () =>
    l10n.t(
      "An incoming webhook has /rest/ in its address. The portal's own address, or the handler of an outgoing webhook, cannot be called.",
    ),
  noUserId: () =>
    l10n.t("After /rest/ the user id is missing: the address ends in /rest/USER_ID/SECRET/."),
  noSecret: () => l10n.t("The secret is missing: the address ends in /rest/USER_ID/SECRET/."),
  transposed: () =>
    l10n.t("User id and secret have changed places: the address ends in /rest/USER_ID/SECRET/."),
  userInfo: () => l10n.t("Remove the user name and password before the @ in the address."),
  insecure: () =>
    l10n.t(
      "Over http:// anybody on the way could read the secret. Use https://; over http:// only a portal in your own network can be called.",
    ),
  unreadable: () =>
    l10n.t("This address cannot be read. Copy the webhook URL from the portal once more."),
});
