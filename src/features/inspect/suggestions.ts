import * as vscode from "vscode";
import type { DialogRef } from "../../core/dialog/dialogId";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { dialogIdAtPosition, dialogIdInSnippet } from "../../core/dialog/dialogIdAtPosition";
import { linkHost } from "../../core/dialog/linkHost";
import type { DialogMemory } from "../../core/sessions/dialogMemory";
import type { DialogHistory } from "../../core/sessions/history";
import { lookOfKind } from "../../text/dialogKinds";

/** An id that the user may have meant, and where it was found. */
export interface Suggestion {
  readonly ref: DialogRef;
  readonly source: "editor" | "clipboard" | "history";
  /** A title that was read in this session, or where the id stands. */
  readonly hint: string;
  readonly codicon: string;
  /** Of the link that names it. */
  readonly host?: string | undefined;
}

/** The id that is selected, or under the cursor, in the active editor. */
export function editorSuggestion(): Suggestion | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  const ref = selection.isEmpty
    ? dialogIdAtPosition(line.text, selection.active.character)
    : dialogIdInSnippet(document.getText(selection));
  if (ref === undefined) return undefined;
  const host = linkHost(selection.isEmpty ? line.text : document.getText(selection), ref.dialogId);
  const file = document.uri.path.split("/").at(-1) ?? "";
  const hint = vscode.l10n.t("{0}, line {1}", file, selection.active.line + 1);
  return { ref, source: "editor", hint, codicon: "code", host };
}

/** The id in what the clipboard holds. */
export function clipboardSuggestion(text: string): Suggestion | undefined {
  const ref = dialogIdInSnippet(text);
  if (ref === undefined) return undefined;
  const hint = vscode.l10n.t("on the clipboard");
  const host = linkHost(text, ref.dialogId);
  return { ref, source: "clipboard", hint, codicon: "clippy", host };
}

/** The dialogs of a portal that were inspected last, newest first. */
export function historySuggestions(
  history: DialogHistory,
  memory: DialogMemory,
  portalId: string,
): readonly Suggestion[] {
  return history.list(portalId).flatMap(({ dialogId, kind }) => {
    const ref = parseExactDialogId(dialogId);
    if (ref === undefined) return [];
    const look = kind === undefined ? undefined : lookOfKind({ word: kind });
    const title = memory.recall(portalId, dialogId)?.title;
    const hint = [title, look?.label].filter(Boolean).join(" · ");
    return [{ ref, source: "history", hint, codicon: look?.codicon ?? "history" }];
  });
}
