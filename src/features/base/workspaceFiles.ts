import * as vscode from "vscode";

/** Larger files are data. */
const largestFileBytes = 2_000_000;
const mostFiles = 10_000;

/**
 * Reads the text files of the workspace one after another, without what the user excludes from the explorer and from
 * search.
 */
export async function forEachTextFile(
  signal: AbortSignal,
  visit: (uri: vscode.Uri, text: string) => void | Promise<void>,
): Promise<void> {
  const uris = await vscode.workspace.findFiles("**/*", excludedFiles(), mostFiles);
  for (const uri of uris) {
    if (signal.aborted) return;
    const text = await readText(uri);
    if (text !== undefined) await visit(uri, text);
  }
}

/** VS Code itself leaves out `files.exclude` only: `node_modules` and the like stand in the other one. */
function excludedFiles(): string {
  const globs = ["files.exclude", "search.exclude"].flatMap((section) =>
    Object.entries(vscode.workspace.getConfiguration().get<object>(section, {}))
      .filter(([, isOn]) => isOn === true)
      .map(([glob]) => glob),
  );
  return `{${["**/.git/**", ...globs.flatMap((glob) => [glob, `${glob}/**`])].join(",")}}`;
}

/** `undefined`: too large, not text, or gone. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFileBytes) return undefined;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The positions of a text that is in no document. */
export function positionsIn(text: string): (offset: number) => vscode.Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
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
