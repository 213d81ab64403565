import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "./eventually";
import { extensionApi, replaced } from "./extensionApi";

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

/** Clicks the lens above the line of the cursor, if the editor shows one. */
export async function takeLens(): Promise<void> {
  await acceptFirstEntry(vscode.commands.executeCommand("codelens.showLensesInCurrentLine"));
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

/**
 * Clicks a button of each modal question that is asked while work goes on, as a person would who agrees.
 * @returns what the work ends with; it fails when nothing was asked
 */
export async function agreeing<T>(button: string, work: () => PromiseLike<T>): Promise<T> {
  let asked = 0;
  const undo = await onModal((buttons) => {
    if (!buttons.includes(button)) return undefined;
    asked += 1;
    return Promise.resolve(button);
  });
  try {
    const outcome = await work();
    assert.ok(asked > 0, `nobody asked to "${button}"`);
    return outcome;
  } finally {
    undo();
  }
}

/** Cancels each modal question from now on. @returns what ends that */
export async function declining(): Promise<() => void> {
  return onModal(() => Promise.resolve(undefined));
}

/** @param answer what the question ends with; `undefined`: it goes to VS Code */
async function onModal(
  answer: (buttons: readonly unknown[]) => Promise<unknown> | undefined,
): Promise<() => void> {
  const { window } = await extensionApi();
  const undo = ["showInformationMessage", "showWarningMessage", "showErrorMessage"].map((name) =>
    replaced(window, name, (show) => (message, ...rest) => {
      const isModal = rest.some((part) => part instanceof Object && "modal" in part);
      return (isModal ? answer(rest) : undefined) ?? show(message, ...rest);
    }),
  );
  return () => {
    for (const one of undo) one();
  };
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
