import * as vscode from "vscode";
import { visibleLine } from "../../core/base/visibleText";

/** Where something stands, for a list; a file may be called anything. */
export function placeText(uri: vscode.Uri, line: number): string {
  return `${visibleLine(vscode.workspace.asRelativePath(uri))}:${line + 1}`;
}

/** Opens a file at a place. VS Code itself says why, in the editor's place, when there is no such file any more. */
export async function openPlace(uri: vscode.Uri, selection: vscode.Range): Promise<void> {
  await vscode.commands.executeCommand("vscode.open", uri, { selection });
}

/** The positions of a text that is in no document. */
export function positionsIn(text: string): (offset: number) => vscode.Position {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length),
  ];
  return (offset) => {
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((starts[middle] ?? 0) <= offset) from = middle;
      else to = middle;
    }
    return new vscode.Position(from, offset - (starts[from] ?? 0));
  };
}
