import * as vscode from "vscode";

/** The texts that the hover over a text of a document is about. */
export async function hovered(
  document: vscode.TextDocument,
  text = "chat29",
): Promise<readonly string[]> {
  const at = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    at,
  );
  return hovers.map(({ range }) => (range === undefined ? "" : document.getText(range)));
}

export async function linked({
  uri,
}: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
  return vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", uri);
}
