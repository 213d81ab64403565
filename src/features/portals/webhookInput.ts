import * as vscode from "vscode";
import { inputText } from "../../core/base/surfaceText";
import type { Webhook } from "../../core/portal/webhook";
import { parsePastedWebhook } from "../../core/portal/pastedWebhook";
import { describeWebhookProblem } from "../../text/webhookProblems";
import { openWebhookHelp } from "../base/openWebhookHelp";

export interface WebhookQuestion {
  readonly title: string;
  /** What was typed before, when a check sent the user back here. */
  readonly typed: string;
  /** Why it was sent back. */
  readonly problem: string | undefined;
}

/** What the user typed is kept, so that nothing has to be pasted twice. */
export interface WebhookAnswer {
  readonly webhook: Webhook;
  readonly typed: string;
}

/** Asks for a webhook in a masked input that says at once what it recognises. */
export function askWebhook(question: WebhookQuestion): Promise<WebhookAnswer | undefined> {
  const input = vscode.window.createInputBox();
  const help: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("question"),
    tooltip: vscode.l10n.t("How to create a webhook"),
  };
  input.title = question.title;
  input.prompt = vscode.l10n.t(
    "Paste the address of an incoming webhook, or any call that contains it. It is kept in the system's keyring.",
  );
  input.placeholder = "https://example.bitrix24.com/rest/1/…/";
  input.password = true;
  input.ignoreFocusOut = true;
  input.buttons = [help];
  input.value = question.typed;
  input.validationMessage =
    question.problem === undefined ? undefined : inputText(question.problem);
  input.show();
  return new Promise((resolve) => {
    const finish = (answer: WebhookAnswer | undefined): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidChangeValue((typed) => {
      input.validationMessage = typed.trim() === "" ? undefined : describe(typed);
    });
    input.onDidAccept(() => {
      const typed = input.value;
      const parsed = parsePastedWebhook(typed);
      if (parsed.ok) finish({ webhook: parsed.value.webhook, typed });
      else input.validationMessage = describeWebhookProblem(parsed.error);
    });
    input.onDidTriggerButton(() => {
      void openWebhookHelp();
    });
    input.onDidHide(() => {
      finish(undefined);
    });
  });
}

/** The input shows dots: this line is how a user sees that the right thing was pasted. */
function describe(typed: string): vscode.InputBoxValidationMessage | string {
  const parsed = parsePastedWebhook(typed);
  if (!parsed.ok) return describeWebhookProblem(parsed.error);
  const { webhook, assumedHttps, isJoined } = parsed.value;
  if (webhook.travelsOpen) {
    return {
      severity: vscode.InputBoxValidationSeverity.Warning,
      message: vscode.l10n.t(
        "Webhook of user {0} at {1}, over http://: its secret would travel unencrypted.",
        webhook.userId,
        webhook.host,
      ),
    };
  }
  if (isJoined) {
    return {
      severity: vscode.InputBoxValidationSeverity.Info,
      message: vscode.l10n.t(
        "Webhook of user {0} at {1}, put together from host, user and secret.",
        webhook.userId,
        webhook.host,
      ),
    };
  }
  return {
    severity: vscode.InputBoxValidationSeverity.Info,
    message: assumedHttps
      ? vscode.l10n.t(
          "Webhook of user {0} at {1}. The text had no scheme, so https:// is used.",
          webhook.userId,
          webhook.host,
        )
      : vscode.l10n.t("Webhook of user {0} at {1}.", webhook.userId, webhook.host),
  };
}
