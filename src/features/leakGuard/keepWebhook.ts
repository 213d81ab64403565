import * as vscode from "vscode";
import { objectOf } from "../../core/base/json";
import { commandIds } from "../../ids";
import { runCommand } from "../base/commands";
import { showInformationMessage } from "../base/messages";
import { environmentEdit, leakAt } from "./quickFixes";

/** Stores the webhook of a place as a portal's, in the usual way, and takes it out of the code where that can read a variable. */
export async function keepWebhook(place: unknown): Promise<void> {
  const { uri, position } = objectOf(place);
  if (!(uri instanceof vscode.Uri) || !(position instanceof vscode.Position)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  const leak = leakAt(document, before, new vscode.Range(position, position));
  if (leak === undefined) return;
  const webhook = before.slice(leak.offset, leak.offset + leak.length);
  const storedBefore = await contentOf(uri);
  const added = await runCommand(commandIds.addPortal, { webhook });
  if (added === undefined) return;
  // The check took a while: the text may be another now, and on the disk one that the document did not take.
  const stored = await contentOf(uri);
  const text = document.getText();
  const isOld = document.isClosed || (stored !== storedBefore && stored !== linesOf(text));
  const offset = isOld ? -1 : text.indexOf(webhook);
  const edit = offset < 0 ? undefined : environmentEdit(document, text, { ...leak, offset });
  const isReplaced = edit !== undefined && (await vscode.workspace.applyEdit(edit));
  void showInformationMessage(
    isReplaced
      ? vscode.l10n.t(
          "The webhook is stored safely, and the code reads B24_WEBHOOK now: set it where the code runs. If the file was committed, create a new webhook in the portal: the old one stays in the history.",
        )
      : offset < 0
        ? vscode.l10n.t(
            "The webhook is stored safely. The file has changed meanwhile, so it was left as it is: look whether the webhook still stands there, and take it out by hand. If the file was committed, create a new webhook in the portal: the old one stays in the history.",
          )
        : vscode.l10n.t(
            "The webhook is stored safely, and still stands in the file: take it out by hand. If the file was committed, create a new webhook in the portal: the old one stays in the history.",
          ),
  );
}

/** What the disk holds, to be compared; `undefined`: it holds none of it. */
async function contentOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return linesOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined;
  }
}

/** However they end: VS Code makes all ends of a document the same. */
function linesOf(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
