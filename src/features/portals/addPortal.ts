import * as vscode from "vscode";
import { objectOf } from "../../core/base/json";
import { agrees, showErrorMessage } from "../base/messages";
import type { PortalCaller } from "../../core/portal/portalCaller";
import { addressOfWebhook } from "../../core/portal/portalRecord";
import type { Webhook } from "../../core/portal/webhook";
import { parsePastedWebhook } from "../../core/portal/pastedWebhook";
import type { Services } from "../../services";
import { describeWebhookProblem } from "../../text/webhookProblems";
import { addAsking, confirmAdded, storeUnasked } from "./storePortal";
import { checkGiven, obtainWebhook, type CheckedWebhook } from "./webhookDialogue";

/**
 * `addPortal({ webhook, name? })`, or without an argument asks for both. A webhook that is given may be anybody's.
 * @returns the id of the portal; `undefined` when nothing was added
 */
export async function addPortal(
  { client, portals, storing }: Services,
  argument: unknown,
): Promise<string | undefined> {
  const given = readArgument(argument);
  if (given === undefined) {
    const typed = await obtainWebhook(vscode.l10n.t("Add a Bitrix24 portal"), client);
    return typed === undefined ? undefined : (await addAsking(portals, typed))?.id;
  }
  const checked = await checkText(given.webhook, client, agreesToAdd);
  if (checked === undefined) return undefined;
  const record = await storing.run(() =>
    storeUnasked(portals, checked, given.name || addressOfWebhook(checked.webhook)),
  );
  if (record === undefined) return undefined;
  void confirmAdded(record, checked.access);
  return record.id;
}

function agreesToAdd(webhook: Webhook): Promise<boolean> {
  return agrees(
    vscode.l10n.t("Add the portal {0}?", addressOfWebhook(webhook)),
    vscode.l10n.t(
      "A quick fix, a link, a keybinding or another extension asks for it, with a webhook of user {0}. The portal is asked about the webhook, and lookups use it from then on; if you have added it already, this webhook replaces the one that is stored.",
      webhook.userId,
    ),
    vscode.l10n.t("Add Portal"),
  );
}

interface GivenPortal {
  readonly webhook: string;
  /** "" when none is given. */
  readonly name: string;
}

function readArgument(argument: unknown): GivenPortal | undefined {
  const { webhook, name } = objectOf(argument);
  if (typeof webhook !== "string") return undefined;
  return { webhook, name: typeof name === "string" ? name.trim() : "" };
}

export async function checkText(
  text: string,
  client: PortalCaller,
  isWanted: (webhook: Webhook) => Promise<boolean>,
): Promise<CheckedWebhook | undefined> {
  const parsed = parsePastedWebhook(text);
  if (parsed.ok) {
    const { webhook } = parsed.value;
    return (await isWanted(webhook)) ? checkGiven(webhook, client) : undefined;
  }
  void showErrorMessage(describeWebhookProblem(parsed.error));
  return undefined;
}
