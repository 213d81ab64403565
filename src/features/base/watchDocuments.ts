import * as vscode from "vscode";
import type { Once } from "../../core/base/once";
import { settingsSection } from "../../ids";
import { isWritten } from "./documents";

/** What underlines something in documents. */
export interface DocumentWatcher {
  look(document: vscode.TextDocument): Promise<void> | void;
  forget(uri: vscode.Uri): void;
  clear(): void;
  dispose(): void;
}

interface Watching<T extends DocumentWatcher> {
  /** Loaded when a document holds what it looks for. */
  readonly watcher: Once<T>;
  /** A cheap test of a document's text. */
  readonly hint: RegExp;
  /** Settings that change what is underlined, without their section. */
  readonly settings: readonly string[];
}

const afterTypingMs = 500;
const afterPasteMs = 50;

/** Lets a watcher look at the documents that are seen: when they come into sight, and a moment after a change. */
export function watchDocuments<T extends DocumentWatcher>({
  watcher,
  hint,
  settings,
}: Watching<T>): vscode.Disposable {
  const { window, workspace } = vscode;
  const { made } = watcher;
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const look = async (document: vscode.TextDocument): Promise<void> => {
    timers.delete(document);
    if (made() === undefined && !hint.test(document.getText())) return;
    const loaded = await watcher();
    // Loading may take longer than the document is open.
    if (!document.isClosed) await loaded.look(document);
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
      if (isWritten(document)) lookSoon(document, afterPasteMs);
    }
  };
  lookAtVisible();
  return vscode.Disposable.from(
    new vscode.Disposable(() => {
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
      made()?.dispose();
    }),
    window.onDidChangeVisibleTextEditors(lookAtVisible),
    // What git leaves out may have changed, too.
    workspace.onDidSaveTextDocument(lookAtVisible),
    workspace.onDidChangeConfiguration((change) => {
      if (!settings.some((name) => change.affectsConfiguration(`${settingsSection}.${name}`)))
        return;
      made()?.clear();
      lookAtVisible();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isWritten(document)) return;
      const isPaste = contentChanges.some(({ text }) => text.length > 20 && hint.test(text));
      lookSoon(document, isPaste ? afterPasteMs : afterTypingMs);
    }),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const file of files) made()?.forget(file);
    }),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document));
      timers.delete(document);
      // Of one that gets another language VS Code says that it closes and opens.
      if (document.isClosed) made()?.forget(document.uri);
      else if (isWritten(document)) lookSoon(document, afterPasteMs);
    }),
  );
}
