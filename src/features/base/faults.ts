import * as vscode from "vscode";
import { diagnosed } from "../../core/diagnosis/diagnose";
import { StateUnwritable } from "../../core/portal/stateStore";
import { commandAction } from "../../panel/view/actions";
import { explain, lateExplanations } from "../../text/explain";
import { describeStoreProblem } from "../../text/storeProblems";
import { showErrorMessage } from "./messages";
import { runAction } from "./runAction";

/** Says that what somebody asked for ended in an exception. Whoever caught it hands it on, so that it is logged. */
export async function sayFault(error: unknown): Promise<void> {
  if (sayNoFault(error)) return;
  await lateExplanations.ready();
  const failure = diagnosed({ error: { kind: "extensionFault" }, exchange: undefined });
  // VS Code ends with this name what a user gave up.
  const isGivenUp = error instanceof Error && error.name === "Canceled";
  if (failure === undefined || isGivenUp) return;
  const { heading, steps } = explain({ failure, userId: "" }, "line");
  const { label } = commandAction("reportIssue");
  const chosen = await showErrorMessage(`${heading}. ${steps.at(-1) ?? ""}`, label);
  if (chosen === label) await runAction("reportIssue", {});
}

/**
 * Says what there is to say of an exception that is nobody's mistake.
 * @returns false for any other
 */
export function sayNoFault(error: unknown): boolean {
  if (error instanceof StateUnwritable) {
    void showErrorMessage(describeStoreProblem("stateUnwritable"));
    return true;
  }
  // VS Code's words for an editor that was closed, or gave way to another, while it opened: whoever did that sees it.
  return error instanceof Error && error.message.startsWith("Could NOT open editor for ");
}

/** Says that a command was given a value which it cannot take for another. */
export function sayOddValue(name: string): void {
  void showErrorMessage(vscode.l10n.t("“{0}” has a value that this command does not know.", name));
}
