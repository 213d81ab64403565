import * as vscode from "vscode";

/** All documents: `isForReading` says which of them are people's. A list of file systems would never be whole. */
export const anyDocument: vscode.DocumentSelector = "*";

const cell = "vscode-notebook-cell";
const known: ReadonlySet<string> = new Set([
  "file",
  "untitled",
  "vscode-remote",
  "vscode-vfs",
  cell,
]);

/** Where people write: files of any file system, cells, untitled documents. Not our own documents, which are in none. */
export function isWritten({ uri: { scheme } }: vscode.TextDocument): boolean {
  return known.has(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** The file that a document is, or is a part of. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== cell) return uri;
  const isPart = (notebook: vscode.NotebookDocument): boolean =>
    notebook.getCells().some(({ document }) => document.uri.toString() === uri.toString());
  return vscode.workspace.notebookDocuments.find(isPart)?.uri ?? uri;
}

/** The same and what programs print, but not our own log and no side of a diff. */
export function isForReading(document: vscode.TextDocument): boolean {
  const { uri } = document;
  const isOutput = uri.scheme === "output" && !uri.path.includes("Dialog Inspector");
  if (!isOutput && !isWritten(document)) return false;
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
