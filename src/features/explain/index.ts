import * as vscode from "vscode";
import { commandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import { anyDocument } from "../base/documents";

/** The name of an event: where a selection has none, nothing is loaded. */
const hint = /\bONIM(?:BOT|COMMAND)[A-Z\d]/i;
const longestSelection = 2_000_000;

/** Explain Event: what a bot was sent. */
export function registerExplain(services: LazyServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commandIds.explainEvent, async (argument) => {
      const { explainEvent } = await import("./explainEvent");
      await explainEvent(await services(), argument);
    }),
    vscode.languages.registerCodeActionsProvider(anyDocument, {
      provideCodeActions: (document, range) => {
        const text = range.isEmpty ? "" : document.getText(range);
        if (text.length > longestSelection || !hint.test(text)) return [];
        const title = vscode.l10n.t("Explain this event");
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.Empty);
        action.command = { title, command: commandIds.explainEvent, arguments: [{ text }] };
        return [action];
      },
    }),
  );
}
