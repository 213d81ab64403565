import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { commandIds, innerCommandIds, settingsSection } from "../../ids";
import { registerCommand } from "../base/commands";
import { written } from "../base/documents";
import type { LeakGuard } from "./leakGuard";

/** A text with a secret holds one of these: for other documents nothing is loaded. */
const hint =
  /rest(?:\\|\/|%(?:25){0,3}2f)|bot_?token|imbot|hook\W{1,8}[1-9]\d*\/|(?:b24|bitrix)\w{0,24}hook/i;
const afterTypingMs = 500;
const afterPasteMs = 50;

/** Webhooks and bot tokens in files. It asks no portal, runs nothing, and works where no portal was added. */
export function registerLeakGuard(state: vscode.Memento): vscode.Disposable {
  const { languages, window, workspace } = vscode;
  const guard = once(async () => new (await import("./leakGuard")).LeakGuard(state));
  let made: LeakGuard | undefined;
  guard.whenMade((value) => (made = value));
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const look = async (document: vscode.TextDocument): Promise<void> => {
    timers.delete(document);
    if (made !== undefined || hint.test(document.getText())) await (await guard()).look(document);
  };
  const lookSoon = (document: vscode.TextDocument, ms: number): void => {
    clearTimeout(timers.get(document));
    timers.set(
      document,
      setTimeout(() => void look(document), ms),
    );
  };
  const lookAtVisible = (): void => {
    const documents = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) {
      if (languages.match(written, document) > 0) lookSoon(document, afterPasteMs);
    }
  };
  lookAtVisible();
  return vscode.Disposable.from(
    new vscode.Disposable(() => {
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
      made?.dispose();
    }),
    window.onDidChangeVisibleTextEditors(lookAtVisible),
    // What git leaves out may have changed, too.
    workspace.onDidSaveTextDocument(lookAtVisible),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(`${settingsSection}.leakGuard`)) return;
      made?.clear();
      lookAtVisible();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || languages.match(written, document) === 0) return;
      const isPaste = contentChanges.some(({ text }) => text.length > 20 && hint.test(text));
      lookSoon(document, isPaste ? afterPasteMs : afterTypingMs);
    }),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document));
      timers.delete(document);
      made?.forget(document.uri);
    }),
    languages.registerCodeActionsProvider(
      written,
      {
        provideCodeActions: async (document, range) =>
          made?.isUnderlined(document, range) === true
            ? (await import("./quickFixes")).quickFixes(document, range)
            : [],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    languages.registerDocumentPasteEditProvider(
      written,
      {
        provideDocumentPasteEdits: async (document, ranges, data) => {
          const text = (await data.get("text/plain")?.asString()) ?? "";
          if (text.length > 10_000 || !hint.test(text)) return undefined;
          return (await import("./pasteWebhook")).pasteEdits(document, ranges, text);
        },
      },
      {
        providedPasteEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append("bitrix24")],
        pasteMimeTypes: ["text/plain"],
      },
    ),
    registerCommand(commandIds.findWebhooksInWorkspace, async () => {
      const { findWebhooksInWorkspace } = await import("./findWebhooks");
      await findWebhooksInWorkspace(await guard());
    }),
    registerCommand(innerCommandIds.keepWebhook, async (place) => {
      await (await import("./keepWebhook")).keepWebhook(place);
    }),
    registerCommand(innerCommandIds.allowSecrets, async (file) => {
      if (file instanceof vscode.Uri) await (await guard()).allow(file);
    }),
  );
}
