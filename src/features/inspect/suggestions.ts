import * as vscode from "vscode";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { lineTextAt, readAround } from "../../core/dialog/mentions/readAround";
import { readText, type Reading } from "../../core/dialog/mentions/readText";
import type { DialogMemory } from "../../core/sessions/dialogMemory";
import type { DialogHistory } from "../../core/sessions/history";
import { lookOfKind } from "../../text/dialogKinds";

/** Something that the user may have meant, and where it was found. */
export interface Suggestion {
  readonly reading: Reading;
  readonly source: "editor" | "line" | "file" | "clipboard" | "history" | "pinned";
  /** A title that was read in this session, or where it stands. */
  readonly hint: string;
  /** The line that it stands in. */
  readonly line?: string;
  readonly codicon: string;
}

/** More of the clipboard is a log: pasted into the box, all of it is read. */
const mostOfClipboard = 10;

/** What is selected or under the cursor in the active editor, then the rest of its line and of its file. */
export function editorSuggestions(): readonly Suggestion[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  const { document, selection } = editor;
  const [from, to] = selection.isEmpty
    ? [selection.active, selection.active]
    : [selection.start, selection.end];
  const file = document.uri.path.split("/").at(-1) ?? "";
  const sources = { here: "editor", line: "line", file: "file" } as const;
  return readAround(document.getText(), document.offsetAt(from), document.offsetAt(to)).map(
    ({ nearness, line, lineText, ...reading }) => ({
      reading,
      source: sources[nearness],
      hint: vscode.l10n.t("{0}, line {1}", file, line + 1),
      line: lineText,
      codicon: "code",
    }),
  );
}

/** What the clipboard holds. */
export function clipboardSuggestions(text: string): readonly Suggestion[] {
  const readings = readText(text);
  const hint = vscode.l10n.t("on the clipboard");
  const isOneThing = readings.every(({ at }) => at === readings[0]?.at);
  return readings.slice(0, mostOfClipboard).map((reading) => ({
    reading,
    source: "clipboard",
    hint,
    ...(isOneThing || reading.at === undefined ? {} : { line: lineTextAt(text, reading.at) }),
    codicon: "clippy",
  }));
}

/** The dialogs of a portal that were inspected last, the newest first. */
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
    const reading: Reading = { subject: { kind: "dialog", ref } };
    return [{ reading, source: "history", hint, codicon: look?.codicon ?? "history" }];
  });
}

/** The dialogs that the user keeps at hand. */
export function pinnedSuggestions(
  pins: { list(portalId: string): readonly string[] },
  memory: DialogMemory,
  portalId: string,
): readonly Suggestion[] {
  return pins.list(portalId).flatMap((dialogId) => {
    const ref = parseExactDialogId(dialogId);
    if (ref === undefined) return [];
    const known = memory.recall(portalId, dialogId);
    const look = known?.kind === undefined ? undefined : lookOfKind(known.kind);
    const hint = [known?.title, look?.label].filter(Boolean).join(" · ");
    const reading: Reading = { subject: { kind: "dialog", ref } };
    return [{ reading, source: "pinned", hint, codicon: "pinned" }];
  });
}
