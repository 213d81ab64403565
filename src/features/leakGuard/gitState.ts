import * as vscode from "vscode";
import { isIgnoredByGit, type IgnoreRules } from "../../core/base/gitIgnore";
import { isInGitIndex } from "../../core/base/gitIndex";

/**
 * What git does with a file: it tracks it, it would with the next `git add`, it leaves it out, or the file is in no
 * repository.
 */
export type GitState = "tracked" | "untracked" | "ignored" | "outside";

/** Larger indexes are not read: the file counts as one that git takes. */
const largestIndexBytes = 64_000_000;

/**
 * Reads `.git` and `.gitignore` as files. Git itself is not run, as a repository's settings can name programs: so this is
 * safe in workspaces that nobody trusts, and works where git's own extension does not.
 */
export async function gitStateOf(uri: vscode.Uri): Promise<GitState> {
  const repository = await findRepository(uri);
  if (repository === undefined) return "outside";
  const { root, gitFolder } = repository;
  const path = uri.path.slice(root.path.replace(/\/$/, "").length + 1);
  const index = await readFile(vscode.Uri.joinPath(gitFolder, "index"), largestIndexBytes);
  if (index !== undefined && isInGitIndex(index, path)) return "tracked";
  return isIgnoredByGit(path, await ignoreRules(root, gitFolder, path)) ? "ignored" : "untracked";
}

interface Repository {
  readonly root: vscode.Uri;
  readonly gitFolder: vscode.Uri;
}

async function findRepository(uri: vscode.Uri): Promise<Repository | undefined> {
  for (let root = parentOf(uri); ; root = parentOf(root)) {
    const git = vscode.Uri.joinPath(root, ".git");
    const type = await typeOf(git);
    if (type === vscode.FileType.Directory) return { root, gitFolder: git };
    if (type === vscode.FileType.File) {
      const gitFolder = await linkedFolder(git, root);
      return gitFolder === undefined ? undefined : { root, gitFolder };
    }
    if (root.path === "/" || root.path === parentOf(root).path) return undefined;
  }
}

/** A working tree or submodule says in a file where its repository is. Only the path counts: never another machine. */
async function linkedFolder(file: vscode.Uri, root: vscode.Uri): Promise<vscode.Uri | undefined> {
  const text = new TextDecoder().decode(await readFile(file, 10_000));
  const path = /^gitdir: (.+)$/m.exec(text)?.[1]?.trim().replaceAll("\\", "/");
  if (path === undefined) return undefined;
  return /^(?:\/|[a-z]:)/i.test(path)
    ? root.with({ path: `/${path.replace(/^\/+/, "")}` })
    : vscode.Uri.joinPath(root, path);
}

async function ignoreRules(
  root: vscode.Uri,
  gitFolder: vscode.Uri,
  path: string,
): Promise<readonly IgnoreRules[]> {
  const folders = path.split("/").slice(0, -1);
  const levels = ["", ...folders.map((_name, index) => folders.slice(0, index + 1).join("/"))];
  const files = [
    { folder: "", uri: vscode.Uri.joinPath(gitFolder, "info", "exclude") },
    ...levels.map((folder) => ({ folder, uri: vscode.Uri.joinPath(root, folder, ".gitignore") })),
  ];
  return Promise.all(
    files.map(async ({ folder, uri }) => ({
      folder,
      text: new TextDecoder().decode(await readFile(uri, 1_000_000)),
    })),
  );
}

/** `undefined`: not there, too large, or a link, which may lead to another machine. */
async function readFile(uri: vscode.Uri, largestBytes: number): Promise<Uint8Array | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File || size > largestBytes) return undefined;
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.replace(/\/[^/]*\/?$/, "") || "/" });
}
