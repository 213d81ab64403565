import * as vscode from "vscode";

/**
 * Registers a turn later what nobody calls in the turn that starts the extension: what follows documents, what is done
 * with rows that are yet to be drawn, and what brings back the panels of a former window, which VS Code keeps until
 * then.
 */
export function afterStart(register: () => readonly vscode.Disposable[]): vscode.Disposable {
  let registered: readonly vscode.Disposable[] = [];
  const turn = setImmediate(() => {
    registered = register();
  });
  return new vscode.Disposable(() => {
    clearImmediate(turn);
    vscode.Disposable.from(...registered).dispose();
  });
}
