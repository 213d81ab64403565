import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "./eventually";

function inWorkspace(path: string): vscode.Uri {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (workspace === undefined) throw new Error("The tests need a folder.");
  return vscode.Uri.joinPath(workspace.uri, path);
}

/** Makes a folder in which VS Code notices changes: when folders are made inside one another at once, it may not. */
export async function makeWatchedFolder(path: string): Promise<void> {
  const folder = inWorkspace(path);
  const { fs } = vscode.workspace;
  await fs.createDirectory(folder);
  const pattern = new vscode.RelativePattern(folder, "probe");
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let isSeen = false;
  const see = (): void => {
    isSeen = true;
  };
  watcher.onDidCreate(see);
  watcher.onDidChange(see);
  const probe = vscode.Uri.joinPath(folder, "probe");
  await eventually(async () => {
    await fs.writeFile(probe, new Uint8Array());
    assert.ok(isSeen, `nobody watches ${path}`);
  });
  watcher.dispose();
  await fs.delete(probe);
}

/** Makes a folder of the workspace a repository of git, as far as files show it: its index names these files. */
export async function makeRepository(
  name: string,
  tracked: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<vscode.Uri> {
  const root = inWorkspace(name);
  const { fs } = vscode.workspace;
  await fs.writeFile(vscode.Uri.joinPath(root, ".git", "index"), gitIndex(tracked));
  for (const [path, text] of Object.entries(files)) {
    await fs.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
  }
  return root;
}

/** An index of git's second version, with nothing but paths in it. */
export function gitIndex(paths: readonly string[]): Uint8Array {
  const header = new DataView(new ArrayBuffer(12));
  header.setUint32(0, 0x44495243);
  header.setUint32(4, 2);
  header.setUint32(8, paths.length);
  const entries = paths.toSorted().map((path) => {
    const name = new TextEncoder().encode(path);
    const entry = new Uint8Array(Math.ceil((62 + name.length + 1) / 8) * 8);
    new DataView(entry.buffer).setUint16(60, name.length);
    entry.set(name, 62);
    return entry;
  });
  const parts = [new Uint8Array(header.buffer), ...entries, new Uint8Array(20)];
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
