import * as vscode from "vscode";
import { visibleLine } from "../../core/base/visibleText";
import { allowComment } from "../../core/portal/allowComment";
import { readFromEnvironment } from "../../core/portal/environmentVariable";
import { findLeaks, type Leak } from "../../core/portal/leaks";
import { innerCommandIds } from "../../ids";

/** What helps where a secret is underlined. */
export function quickFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction[] {
  const text = document.getText();
  const leak = leakAt(document, text, range);
  if (leak === undefined) return [];
  const { host } = leak;
  const actions: vscode.CodeAction[] = [];
  if (host !== undefined) {
    const title = vscode.l10n.t(
      "Add this portal and store the webhook safely ({0})",
      visibleLine(host),
    );
    const add = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    // The place, not the webhook: arguments of commands are seen by others.
    const place = { uri: document.uri, position: document.positionAt(leak.offset) };
    add.command = { title, command: innerCommandIds.keepWebhook, arguments: [place] };
    add.isPreferred = true;
    actions.push(add);
  }
  const replacement = environmentEdit(document, text, leak);
  if (replacement !== undefined) {
    const title = vscode.l10n.t("Replace with the environment variable {0}", variableOf(leak));
    const replace = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    replace.edit = replacement;
    actions.push(replace);
  }
  actions.push(allowing(document, text, leak));
  return actions;
}

export function leakAt(
  document: vscode.TextDocument,
  text: string,
  range: vscode.Range,
): Leak | undefined {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return findLeaks(text).find(({ offset, length }) => offset <= to && from <= offset + length);
}

function variableOf({ kind }: Leak): string {
  return kind === "webhook" ? "B24_WEBHOOK" : "B24_BOT_TOKEN";
}

/** @returns `undefined`: this language, or this place in it, cannot read a variable */
export function environmentEdit(
  document: vscode.TextDocument,
  text: string,
  leak: Leak,
): vscode.WorkspaceEdit | undefined {
  // A part of a webhook is not what B24_WEBHOOK holds.
  if (leak.kind === "webhook" && leak.host === undefined) return undefined;
  const edits = readFromEnvironment(text, leak, document.languageId, variableOf(leak));
  if (edits === undefined) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { from, to, text: written } of edits) {
    const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
    edit.replace(document.uri, range, written);
  }
  return edit;
}

/** A comment is seen by all who read the code; where none can be, this workspace remembers the file. */
function allowing(document: vscode.TextDocument, text: string, leak: Leak): vscode.CodeAction {
  const comment = allowComment(text, leak, document.languageId);
  if (comment === undefined) {
    const title = vscode.l10n.t("Not a secret here: leave this file alone");
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: innerCommandIds.allowSecrets, arguments: [document.uri] };
    return action;
  }
  const title = vscode.l10n.t("Not a secret here: say so in a comment");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, document.positionAt(comment.at), comment.text);
  return action;
}
