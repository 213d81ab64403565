import * as vscode from "vscode";

/**
 * Registers a turn later what nobody can call or wait for in the turn that starts the extension: what follows
 * documents, and what is done with rows that are yet to be drawn.
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
