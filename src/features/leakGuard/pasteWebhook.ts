import * as vscode from "vscode";
import { readFromEnvironment } from "../../core/portal/environmentVariable";
import { findLeaks } from "../../core/portal/leaks";
import { fileOf, isForReading } from "../base/documents";
import { gitStateOf } from "./gitState";
import { isOn } from "./leakGuard";

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append("bitrix24");

/**
 * Offers to paste a webhook as the variable that holds it, where git would see it. What is pasted is what was copied,
 * unless the user takes the offer.
 */
export async function pasteEdits(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  pasted: string,
): Promise<vscode.DocumentPasteEdit[] | undefined> {
  const [range, another] = ranges;
  if (range === undefined || another !== undefined || !isOn(fileOf(document.uri))) return undefined;
  const text = document.getText();
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const after = text.slice(0, from) + pasted + text.slice(to);
  const end = from + pasted.length;
  const leaks = findLeaks(after).filter(
    ({ offset, length }) => from < offset + length && offset < end,
  );
  const [leak] = leaks;
  if (leaks.length !== 1 || leak?.host === undefined || !isForReading(document)) return undefined;
  const state = await gitStateOf(fileOf(document.uri));
  if (state === "ignored" || state === "outside") return undefined;
  const [replaced, added] =
    readFromEnvironment(after, leak, document.languageId, "B24_WEBHOOK") ?? [];
  if (replaced === undefined) return undefined;
  // VS Code applies no text of the edit itself beside changes that touch it: the quotes go with the webhook.
  const edit = new vscode.DocumentPasteEdit(
    "",
    vscode.l10n.t("Paste the webhook as {0}", "B24_WEBHOOK"),
    kind,
  );
  edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  edit.additionalEdit = new vscode.WorkspaceEdit();
  const beforePaste = (at: number): vscode.Position =>
    document.positionAt(at <= from ? at : at - end + to);
  edit.additionalEdit.replace(
    document.uri,
    new vscode.Range(
      beforePaste(Math.min(replaced.from, from)),
      beforePaste(Math.max(replaced.to, end)),
    ),
    after.slice(from, replaced.from) + replaced.text + after.slice(replaced.to, end),
  );
  if (added !== undefined && added.from < replaced.from) {
    edit.additionalEdit.insert(document.uri, document.positionAt(added.from), added.text);
  }
  return [edit];
}
