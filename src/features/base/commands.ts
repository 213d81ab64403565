import * as vscode from "vscode";
import type { CommandArguments, CommandId } from "../../ids";

/**
 * Registers a command. Its work is loaded by `run` at the first use.
 * @param run gets what the caller gave: a keybinding or another extension may give anything
 */
export function registerCommand(
  id: CommandId,
  run: (...given: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, run);
}

/** Runs one of our commands with what it takes. */
export async function runCommand<Id extends CommandId>(
  id: Id,
  ...given: CommandArguments[Id]
): Promise<unknown> {
  return vscode.commands.executeCommand(id, ...given);
}
