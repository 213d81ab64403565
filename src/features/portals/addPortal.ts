import * as vscode from "vscode";
import { showErrorMessage } from "../base/messages";
import type { PortalCaller } from "../../core/portal/portalCaller";
import { addressOfWebhook } from "../../core/portal/portalRecord";
import { Webhook } from "../../core/portal/webhook";
import type { Services } from "../../services";
import { describeWebhookProblem } from "../../text/webhookProblems";
import { addAsking, confirmAdded, storeUnasked } from "./storePortal";
import { checkGiven, obtainWebhook, type CheckedWebhook } from "./webhookDialogue";

/**
 * `addPortal({ webhook, name? })`, or without an argument asks for both.
 * @returns the id of the portal; `undefined` when nothing was added
 */
export async function addPortal(
  { client, portals, storing }: Services,
  argument: unknown,
): Promise<string | undefined> {
  const given = readArgument(argument);
  const checked =
    given === undefined
      ? await obtainWebhook(vscode.l10n.t("Add a Bitrix24 portal"), client)
      : await checkText(given.webhook, client);
  if (checked === undefined) return undefined;
  if (given === undefined) return (await addAsking(portals, checked))?.id;
  const record = await storing.run(() =>
    storeUnasked(portals, checked, given.name || addressOfWebhook(checked.webhook)),
  );
  if (record === undefined) return undefined;
  void confirmAdded(record, checked.access);
  return record.id;
}

interface GivenPortal {
  readonly webhook: string;
  /** "" when none is given. */
  readonly name: string;
}

function readArgument(argument: unknown): GivenPortal | undefined {
  if (typeof argument !== "object" || argument === null || !("webhook" in argument)) {
    return undefined;
  }
  const { webhook } = argument;
  const name = "name" in argument && typeof argument.name === "string" ? argument.name.trim() : "";
  return typeof webhook === "string" ? { webhook, name } : undefined;
}

export async function checkText(
  text: string,
  client: PortalCaller,
): Promise<CheckedWebhook | undefined> {
  const parsed = Webhook.parse(text);
  if (parsed.ok) return checkGiven(parsed.value.webhook, client);
  void showErrorMessage(describeWebhookProblem(parsed.error));
  return undefined;
}
