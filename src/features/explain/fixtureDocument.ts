import * as vscode from "vscode";

/** A fixture as a document to keep: tokens, names and the portal in it are invented. */
export async function openFixture(content: string, language: "json" | "plaintext"): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
}
