import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { commandIds, innerCommandIds } from "../../ids";
import { registerCommand } from "../base/commands";
import { anyDocument } from "../base/documents";
import { watchDocuments } from "../base/watchDocuments";

/** A text with a secret holds one of these: for other documents nothing is loaded. */
const hint =
  /rest(?:\\|\/|%(?:25){0,3}2f)|bot_?token|imbot|hook\W{1,8}[1-9]\d*\/|(?:b24|bitrix)\w{0,24}hook/i;

/** Webhooks and bot tokens in files. It asks no portal, runs nothing, and works where no portal was added. */
export function registerLeakGuard(state: vscode.Memento): vscode.Disposable {
  const { languages } = vscode;
  const guard = once(async () => new (await import("./leakGuard")).LeakGuard(state));
  return vscode.Disposable.from(
    watchDocuments({ watcher: guard, hint, settings: ["leakGuard"] }),
    languages.registerCodeActionsProvider(
      anyDocument,
      {
        provideCodeActions: async (document, range) =>
          guard.made()?.isUnderlined(document, range) === true
            ? (await import("./commands")).quickFixes(document, range)
            : [],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    languages.registerDocumentPasteEditProvider(
      anyDocument,
      {
        provideDocumentPasteEdits: async (document, ranges, data) => {
          const text = (await data.get("text/plain")?.asString()) ?? "";
          if (text.length > 10_000 || !hint.test(text)) return undefined;
          return (await import("./commands")).pasteEdits(document, ranges, text);
        },
      },
      {
        providedPasteEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append("bitrix24")],
        pasteMimeTypes: ["text/plain"],
      },
    ),
    registerCommand(commandIds.findWebhooksInWorkspace, async () => {
      const { findWebhooksInWorkspace } = await import("./commands");
      await findWebhooksInWorkspace(await guard());
    }),
    registerCommand(innerCommandIds.keepWebhook, async (place) => {
      await (await import("./commands")).keepWebhook(place);
    }),
    registerCommand(innerCommandIds.allowSecrets, async (file) => {
      if (file instanceof vscode.Uri) await (await guard()).allow(file);
    }),
  );
}
