import * as vscode from "vscode";
import type { CommandArguments, CommandId } from "../../ids";

/**
 * Registers a command. Its work is loaded by `run` at the first use. What is nobody's mistake ends here, for all of
 * them; any other exception is the caller's to hear of.
 * @param run gets what the caller gave: a keybinding or another extension may give anything
 */
export function registerCommand(
  id: CommandId,
  run: (...given: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...given: unknown[]) => {
    try {
      return await run(...given);
    } catch (error) {
      if ((await import("./faults")).sayNoFault(error)) return undefined;
      throw error;
    }
  });
}

/** Runs one of our commands with what it takes. */
export async function runCommand<Id extends CommandId>(
  id: Id,
  ...given: CommandArguments[Id]
): Promise<unknown> {
  return vscode.commands.executeCommand(id, ...given);
}
