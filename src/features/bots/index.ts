import * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import type * as work from "./commands";

/** Asks with whose eyes a dialog is to be read. */
export const pickReadAs: typeof work.pickReadAs = async (...given) =>
  (await import("./commands")).pickReadAs(...given);

export { readBotArgument } from "./botArgument";

/** Asks which bot is meant. */
export const pickBot: typeof work.pickBot = async (...given) =>
  (await import("./commands")).pickBot(...given);

/** Tokens of bots, with whose eyes dialogs can be read. */
export function registerBots(services: LazyServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commandIds.addBot, async (argument) => {
      const { addBot } = await import("./commands");
      return addBot(await services(), argument);
    }),
    registerCommand(commandIds.removeBot, async (argument) => {
      const { removeBot } = await import("./commands");
      await removeBot(await services(), argument);
    }),
  );
}
