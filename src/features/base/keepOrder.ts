import type * as vscode from "vscode";

/**
 * Shows rows in the order they are given. Else VS Code sorts them by how well their labels match what is typed, and
 * Enter takes a dialog inspected before in place of what was typed. The property is not in the typed API; without it
 * the rows are sorted.
 */
export function keepOrder<Row extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Row> & { sortByLabel?: boolean },
): void {
  picker.sortByLabel = false;
}
