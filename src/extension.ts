import type * as vscode from "vscode";

/**
 * Registers the features, a turn after VS Code asks for it: other extensions start in between. VS Code waits until that
 * is done before it runs a command, shows a view or brings back a panel.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await new Promise(setImmediate);
  const { registerFeatures } = await import("./features");
  registerFeatures(context);
}
