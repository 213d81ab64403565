import * as vscode from "vscode";
import { callOf, isFix, type ActionSubject } from "../../panel/view/actions";
import type { CommandActionId } from "../../panel/protocol/panelView";

/**
 * Does what the button of a command says.
 * @returns whether that was a reason to try again what failed
 */
export async function runAction(id: CommandActionId, subject: ActionSubject): Promise<boolean> {
  const { command, arguments: args } = callOf(id, subject);
  const done: unknown = await vscode.commands.executeCommand(command, ...args);
  return isFix(id, subject) && done !== undefined && done !== false;
}
