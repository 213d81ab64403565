import * as vscode from "vscode";
import type { Snippet } from "../../core/snippets/client";
import { snippetScheme } from "../../ids";

/** What is chosen now, as a read-only document that goes away with the choice. */
export class SnippetPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(
    snippetScheme,
    this,
  );
  private readonly uri: vscode.Uri;
  private code = "";
  private document: Thenable<vscode.TextDocument> | undefined;
  private readonly done = new AbortController();

  /** @param name of the tab */
  constructor(name: string) {
    this.uri = vscode.Uri.from({
      scheme: snippetScheme,
      path: `/${name.replace(/[^\w.-]+/g, "-")}`,
      // One that is still going away is not taken for this one.
      query: crypto.randomUUID(),
    });
  }

  /** The list keeps the keyboard. */
  async show({ code, language }: Snippet): Promise<void> {
    this.code = code;
    this.changed.fire(this.uri);
    this.document ??= this.open();
    const document = await this.document;
    if (document.languageId !== language && !this.isDone())
      await vscode.languages.setTextDocumentLanguage(document, language).then(undefined, () => {
        // This VS Code does not know the language: plain text is readable too.
      });
  }

  provideTextDocumentContent(): string {
    return this.code;
  }

  dispose(): void {
    this.done.abort();
    this.close();
    const end = (): void => {
      this.registration.dispose();
      this.changed.dispose();
    };
    // A document that is on its way still asks for its text.
    void Promise.resolve(this.document).then(end, end);
  }

  /** Asked anew after each wait. */
  private isDone(): boolean {
    return this.done.signal.aborted;
  }

  private close(): void {
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) =>
          input instanceof vscode.TabInputText && input.uri.toString() === this.uri.toString(),
      );
    void vscode.window.tabGroups.close(tabs, true);
  }

  /** Not as VS Code's own preview: that would take the place of the file that is looked at. */
  private async open(): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (this.isDone()) return document;
    await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
    if (this.isDone()) this.close();
    return document;
  }
}
