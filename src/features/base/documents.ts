import * as vscode from "vscode";

/** Where people read and write: files and untitled documents. Not our own documents. */
export const written = ["file", "untitled", "vscode-remote", "vscode-vfs"].map((scheme) => ({
  scheme,
}));

/** The same, and what programs print. */
export const readable = [...written, { scheme: "output" }];

/** Not our own log, and no side of a diff. */
export function isForReading({ uri }: vscode.TextDocument): boolean {
  if (uri.scheme === "output" && uri.path.includes("Dialog Inspector")) return false;
  const key = uri.toString();
  const inputs = vscode.window.tabGroups.all.map(({ activeTab }) => activeTab?.input);
  const isInDiff = inputs.some(
    (input) =>
      input instanceof vscode.TabInputTextDiff &&
      (input.original.toString() === key || input.modified.toString() === key),
  );
  const isAlone = (input: unknown): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === key;
  return !isInDiff || inputs.some(isAlone);
}
