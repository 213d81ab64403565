import * as vscode from "vscode";
import { agrees, showErrorMessage, showWarningMessage } from "../base/messages";
import { isNoAnswer } from "../../core/diagnosis/diagnose";
import type { PortalCaller, PortalFailure, PortalResult } from "../../core/portal/portalCaller";
import type { Webhook } from "../../core/portal/webhook";
import type { WebhookAccess } from "../../core/portal/webhookAccess";
import { checkWebhook } from "../../core/reads/webhookCheck";
import { withCancellableProgress } from "../base/cancellation";
import { describeCheckFailure, settingThatHelps } from "../base/checkFailures";
import { runAction } from "../base/runAction";
import { commandAction } from "../../panel/view/actions";
import { askWebhook } from "./webhookInput";

export interface CheckedWebhook {
  readonly webhook: Webhook;
  /** Absent: the portal did not answer, and the user keeps the webhook all the same. */
  readonly access: WebhookAccess | undefined;
}

/** Asks for a webhook until the portal accepts one, the user keeps one unchecked, or gives up. */
export async function obtainWebhook(
  title: string,
  client: PortalCaller,
): Promise<CheckedWebhook | undefined> {
  let typed = "";
  let problem: string | undefined;
  for (;;) {
    const answer = await askWebhook({ title, typed, problem });
    if (answer === undefined) return undefined;
    const { webhook } = answer;
    if (!(await agreesToOpenTravel(webhook))) {
      ({ typed } = answer);
      problem = undefined;
      continue;
    }
    const outcome = await checkWithProgress(webhook, client);
    if (outcome.ok) return { webhook, access: outcome.value };
    ({ typed } = answer);
    problem = await describeCheckFailure(outcome.error, webhook.userId);
    if (problem === undefined || !isNoAnswer(outcome.error.error)) continue;
    if (await wantsToSaveAnyway(outcome.error, problem)) return { webhook, access: undefined };
  }
}

/** Checks a webhook that came as a command's argument: there is no input to go back to. */
export async function checkGiven(
  webhook: Webhook,
  client: PortalCaller,
): Promise<CheckedWebhook | undefined> {
  if (!(await agreesToOpenTravel(webhook))) return undefined;
  const outcome = await checkWithProgress(webhook, client);
  if (outcome.ok) return { webhook, access: outcome.value };
  const problem = await describeCheckFailure(outcome.error, webhook.userId);
  if (problem === undefined) return undefined;
  if (!isNoAnswer(outcome.error.error)) {
    void showErrorMessage(problem);
    return undefined;
  }
  return (await wantsToSaveAnyway(outcome.error, problem))
    ? { webhook, access: undefined }
    : undefined;
}

/** Asked before the first call, which would carry the secret already. */
async function agreesToOpenTravel(webhook: Webhook): Promise<boolean> {
  if (!webhook.travelsOpen) return true;
  return agrees(
    vscode.l10n.t("Call {0} over http://?", webhook.host),
    vscode.l10n.t(
      "Nothing is encrypted then: the webhook's secret, bot tokens and all that the portal answers can be read by everybody in this network and by what stands between. Agree only for a portal of your own in a network that you trust; with a certificate on it use https://.",
    ),
    vscode.l10n.t("Use http://"),
  );
}

async function checkWithProgress(
  webhook: Webhook,
  client: PortalCaller,
): Promise<PortalResult<WebhookAccess>> {
  const title = vscode.l10n.t("Asking {0} about the webhook", webhook.host);
  return withCancellableProgress(title, (signal) => checkWebhook(client, webhook, signal));
}

/** Where a setting helps, it can be opened; what was typed is there again then. */
async function wantsToSaveAnyway(failure: PortalFailure, problem: string): Promise<boolean> {
  const save: vscode.MessageItem = { title: vscode.l10n.t("Save Anyway") };
  const edit = { title: vscode.l10n.t("Edit Webhook"), isCloseAffordance: true };
  const setting = settingThatHelps(failure);
  const open = setting === undefined ? undefined : { title: commandAction(setting).label };
  const chosen = await showWarningMessage(
    vscode.l10n.t("The webhook could not be checked"),
    {
      modal: true,
      detail: vscode.l10n.t(
        "{0}\n\nThe webhook itself may be fine. Saved now, it is used at the next lookup.",
        problem,
      ),
    },
    ...[save, open, edit].filter((item) => item !== undefined),
  );
  if (setting !== undefined && chosen === open) await runAction(setting, {});
  return chosen === save;
}
