import * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import type * as botPicker from "./botPicker";
import type * as readAsPicker from "./readAsPicker";

/** Asks with whose eyes a dialog is to be read. */
export const pickReadAs: typeof readAsPicker.pickReadAs = async (...given) =>
  (await import("./readAsPicker")).pickReadAs(...given);

export { readBotArgument } from "./botArgument";

/** Asks which bot is meant. */
export const pickBot: typeof botPicker.pickBot = async (...given) =>
  (await import("./botPicker")).pickBot(...given);

/** Tokens of bots, with whose eyes dialogs can be read. */
export function registerBots(services: LazyServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commandIds.addBot, async (argument) => {
      const { addBot } = await import("./addBot");
      return addBot(await services(), argument);
    }),
    registerCommand(commandIds.removeBot, async (argument) => {
      const { removeBot } = await import("./removeBot");
      await removeBot(await services(), argument);
    }),
  );
}
