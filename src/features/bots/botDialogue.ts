import * as vscode from "vscode";
import { inputText } from "../../core/base/surfaceText";
import { showErrorMessage } from "../base/messages";
import { BotToken } from "../../core/portal/botToken";
import type { PortalResult } from "../../core/portal/portalCaller";
import type { PortalRecord, StoredBot } from "../../core/portal/portalRecord";
import { withCancellableProgress } from "../base/cancellation";
import { describeCheckFailure } from "../base/checkFailures";

export type BotChecker = (
  portal: PortalRecord,
  botId: number,
  token: BotToken,
  signal: AbortSignal,
) => Promise<PortalResult<StoredBot>>;

export interface CheckedBot {
  readonly bot: StoredBot;
  readonly token: BotToken;
}

/** Asks for a bot's token until the portal accepts one, or the user gives up. */
export async function obtainBot(
  portal: PortalRecord,
  botId: number,
  check: BotChecker,
): Promise<CheckedBot | undefined> {
  let typed = "";
  let problem: string | undefined;
  for (;;) {
    const answer = await askToken(botId, typed, problem);
    if (answer === undefined) return undefined;
    typed = answer.typed;
    const outcome = await checkBot(portal, botId, answer.token, check);
    if (outcome.ok) return { bot: outcome.value, token: answer.token };
    problem = await describeCheckFailure(outcome.error, portal.userId);
  }
}

/** Checks a token that came as a command's argument: there is no input to go back to. */
export async function checkGivenBot(
  portal: PortalRecord,
  botId: number,
  text: string,
  check: BotChecker,
): Promise<CheckedBot | undefined> {
  const token = BotToken.parse(text);
  if (token === undefined) {
    void showErrorMessage(notAToken(text));
    return undefined;
  }
  const outcome = await checkBot(portal, botId, token, check);
  if (outcome.ok) return { bot: outcome.value, token };
  const problem = await describeCheckFailure(outcome.error, portal.userId);
  if (problem !== undefined) void showErrorMessage(problem);
  return undefined;
}

interface TokenAnswer {
  readonly token: BotToken;
  readonly typed: string;
}

async function askToken(
  botId: number,
  typed: string,
  problem: string | undefined,
): Promise<TokenAnswer | undefined> {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t("Token of bot {0}", botId);
  input.prompt = vscode.l10n.t(
    "The botToken given when the bot was registered; for a bot that imbot.register made through a webhook, its CLIENT_ID. It is kept in the system's keyring and checked with the portal.",
  );
  input.password = true;
  input.ignoreFocusOut = true;
  input.value = typed;
  input.validationMessage = problem === undefined ? undefined : inputText(problem);
  input.show();
  return new Promise((resolve) => {
    const finish = (answer: TokenAnswer | undefined): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidAccept(() => {
      const token = BotToken.parse(input.value);
      if (token === undefined) input.validationMessage = notAToken(input.value);
      else finish({ token, typed: input.value });
    });
    input.onDidHide(() => {
      finish(undefined);
    });
  });
}

async function checkBot(
  portal: PortalRecord,
  botId: number,
  token: BotToken,
  check: BotChecker,
): Promise<PortalResult<StoredBot>> {
  const title = vscode.l10n.t("Asking the portal about bot {0}", botId);
  return withCancellableProgress(title, (signal) => check(portal, botId, token, signal));
}

function notAToken(typed: string): string {
  return BotToken.problemOf(typed) === "tooLong"
    ? vscode.l10n.t("This is too long for a bot token: at most {0} characters.", BotToken.longest)
    : vscode.l10n.t("A bot token is one word without spaces.");
}
