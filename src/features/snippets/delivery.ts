import * as vscode from "vscode";
import type { Snippet } from "../../core/snippets/client";
import { describeTaken } from "../../text/snippets";
import { isWritten } from "../base/documents";
import { copyText } from "../base/messages";

export type Delivery = "copy" | "insert" | "document";

/** The editor that a snippet would be inserted into, and where. */
export interface InsertTarget {
  readonly editor: vscode.TextEditor;
  readonly selection: vscode.Selection;
}

/** The one that has the focus, else the one beside the panel; one that is only for reading takes nothing. */
export function editorInFront(): InsertTarget | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const editor = editors.find(({ document }) => isWritten(document));
  return editor === undefined ? undefined : { editor, selection: editor.selection };
}

interface Delivered {
  readonly label: string;
  /** What has to be set for it to run; absent for a type, which does not run. */
  readonly needs: { readonly botToken: boolean } | undefined;
  readonly target: InsertTarget | undefined;
}

export async function deliver(
  { code, language }: Snippet,
  as: Delivery,
  { label, needs, target }: Delivered,
): Promise<void> {
  if (as === "insert" && target !== undefined && (await insert(code, target))) return;
  if (as !== "copy") {
    const document = await vscode.workspace.openTextDocument({ content: code, language });
    await vscode.window.showTextDocument(document, { preview: false });
    return;
  }
  const copied = vscode.l10n.t("Copied as {0}", label);
  const note = needs === undefined ? copied : describeTaken(copied, needs.botToken);
  await copyText(code, note);
}

/** @returns whether the code is there: of a file that may not be written VS Code says that all went well */
async function insert(code: string, { editor: shown, selection }: InsertTarget): Promise<boolean> {
  const { document, viewColumn } = shown;
  const editor = await vscode.window.showTextDocument(document, {
    ...(viewColumn === undefined ? {} : { viewColumn }),
    selection,
  });
  const { version } = editor.document;
  // Not as a snippet of VS Code, where `$` has a meaning.
  await editor.edit((edit) => {
    edit.replace(selection, code);
  });
  return editor.document.version !== version;
}
