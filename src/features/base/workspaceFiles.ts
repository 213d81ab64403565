import * as vscode from "vscode";
import { numberText } from "../../text/language";

/** Larger files are data. */
const largestFileBytes = 2_000_000;
const mostFiles = 10_000;
const atATime = 16;
/** A list of more is one to search in files. */
export const mostRows = 2_000;
const largeText = 100_000;

/** What the user sees of a long reading. */
type FileProgress = vscode.Progress<{
  readonly message: string;
  readonly increment: number;
}>;

/** How far a reading came. */
type Reach = "all" | "cancelled" | "tooMany";

/**
 * Reads the text files of the workspace, without what the user excludes from the explorer and from search. Several are
 * on their way at a time; they are visited one after another.
 */
export async function forEachTextFile(
  signal: AbortSignal,
  progress: FileProgress,
  visit: (uri: vscode.Uri, text: string) => void | Promise<void>,
): Promise<Reach> {
  const cancel = new vscode.CancellationTokenSource();
  signal.addEventListener("abort", () => {
    cancel.cancel();
  });
  const found = await findFiles(mostFiles + 1, cancel.token);
  cancel.dispose();
  // VS Code itself was at work for as long as others may wait.
  await nextTurn();
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  const uris = found.slice(0, mostFiles);
  for (let from = 0; from < uris.length; from += atATime) {
    if (signal.aborted) return "cancelled";
    const some = uris.slice(from, from + atATime);
    const texts = await Promise.all(some.map(readText));
    for (const [index, uri] of some.entries()) {
      const text = texts[index];
      if (text === undefined) continue;
      await visit(uri, text);
      // Others have their turn between two large ones.
      if (text.length > largeText) await nextTurn();
    }
    const message = vscode.l10n.t(
      "{0} of {1} files",
      numberText(from + some.length),
      numberText(uris.length),
    );
    progress.report({ message, increment: (100 * some.length) / uris.length });
  }
  if (signal.aborted) return "cancelled";
  return found.length > mostFiles ? "tooMany" : "all";
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What a list of a reading has to say of itself. */
export function describeReach(reach: Reach): string {
  switch (reach) {
    case "all":
      return "";
    case "cancelled":
      return vscode.l10n.t("Stopped: only some files were read.");
    case "tooMany":
      return vscode.l10n.t("Only the first {0} files were read.", numberText(mostFiles));
  }
}

/** Each folder of a workspace has excludes of its own; one inside another is looked through for itself. */
async function findFiles(most: number, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  for (const folder of folders) {
    const files = new vscode.RelativePattern(folder, "**/*");
    const left = most - found.length;
    if (left <= 0) break;
    const all = await vscode.workspace.findFiles(files, excludedFiles(folder.uri), left, token);
    const isOwn = (uri: vscode.Uri): boolean => vscode.workspace.getWorkspaceFolder(uri) === folder;
    found.push(...(folders.length === 1 ? all : all.filter(isOwn)));
  }
  return found;
}

/** VS Code itself leaves out `files.exclude` only: `node_modules` and the like stand in the other one. */
function excludedFiles(folder: vscode.Uri): string {
  const globs = ["files.exclude", "search.exclude"].flatMap((section) =>
    Object.entries(vscode.workspace.getConfiguration(undefined, folder).get<object>(section, {}))
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
