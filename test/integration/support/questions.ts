import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "./eventually";

/** Closes whatever a command asks, unanswered, until the command ends. */
export async function dismissQuestions<T>(running: PromiseLike<T>): Promise<T> {
  const command = watch(running);
  await eventually(async () => {
    await closeQuestions();
    assert.ok(command.hasEnded, "the command is still waiting");
  });
  return command.outcome;
}

/** Chooses the first entry of the list that a command shows, until the command ends. */
export async function acceptFirstEntry<T>(running: PromiseLike<T>): Promise<T> {
  const command = watch(running);
  await eventually(async () => {
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    assert.ok(command.hasEnded, "the command is still waiting");
  });
  return command.outcome;
}

export async function closeQuestions(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
  await vscode.commands.executeCommand("notifications.clearAll");
}

/**
 * The modal question that a command asks. VS Code shows none while it runs tests: the command
 * fails with the question instead, so nobody has agreed to anything.
 */
export async function modalQuestion(running: PromiseLike<unknown>): Promise<string> {
  const refusal = "DialogService: refused to show dialog in tests. Contents: ";
  try {
    await running;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    assert.ok(text.includes(refusal), `not a question but a failure: ${text}`);
    return text.slice(text.indexOf(refusal) + refusal.length);
  }
  assert.fail("nothing was asked");
}

function watch<T>(running: PromiseLike<T>): { hasEnded: boolean; readonly outcome: Promise<T> } {
  const outcome = Promise.resolve(running);
  const command = { hasEnded: false, outcome };
  const end = (): void => {
    command.hasEnded = true;
  };
  outcome.then(end, end);
  return command;
}
