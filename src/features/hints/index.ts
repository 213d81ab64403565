import * as vscode from "vscode";
import { once } from "../../core/base/once";
import type { LazyServices } from "../../services";
import { anyDocument, isWritten } from "../base/documents";
import { watchDocuments } from "../base/watchDocuments";

const outdated = /imbot\.|lastEventId|CLIENT_ID_NOT_SPECIFIED/i;
const entityData = /entity_?data/i;

/** Hints in the code of bots: outdated calls, and entity strings that are read by position. */
export function registerHints(services: LazyServices): vscode.Disposable {
  const hints = once(async () => {
    const { MigrationHints } = await import("./commands");
    // The sentences come in VS Code's language once these are built.
    await services();
    return new MigrationHints(() => Date.now());
  });
  return vscode.Disposable.from(
    watchDocuments({
      watcher: hints,
      hint: outdated,
      settings: ["migrationHints", "ignoredMigrationRules"],
    }),
    vscode.languages.registerCodeActionsProvider(
      anyDocument,
      {
        provideCodeActions: async (document, range) => {
          const fixes = hints.made()?.fixes(document, range) ?? [];
          const isRead = entityData.test(document.lineAt(range.start).text);
          if (!isRead || !isWritten(document)) return fixes;
          const { entityParserActions } = await import("./commands");
          return [...fixes, ...entityParserActions(document, range.start)];
        },
      },
      {
        providedCodeActionKinds: [
          vscode.CodeActionKind.QuickFix,
          vscode.CodeActionKind.RefactorRewrite,
        ],
      },
    ),
  );
}
