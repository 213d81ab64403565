import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { Failure } from "../failure";
import type { HostVersion } from "../versions";
import { installOnce } from "./installOnce";
import { nodeRuntime } from "./nodeRuntime";
import { npm } from "./npm";

/** A VS Code that is ready to be started. */
export interface InstalledHost {
  readonly version: string;
  readonly node: string;
  /** VS Code's own server, for tests inside the extension host. */
  readonly testServer: string;
  /** code-server, which is VS Code as a user has it. */
  readonly userServer: string;
}

/** Installs the VS Code once; later calls only look it up. */
export async function codeServer(version: HostVersion): Promise<InstalledHost> {
  if (process.platform === "win32") {
    throw new Failure(
      'VS Code from npm does not run on Windows: use WSL, or "npm run test:desktop".',
    );
  }
  const node = await nodeRuntime(version.nodeMajor);
  const folder = await installOnce(
    version.vscode,
    `Installing VS Code ${version.vscode} (first time only, about twenty seconds)`,
    (target) => install(version, node, target),
  );
  const home = homeIn(folder);
  return {
    version: version.vscode,
    node,
    testServer: path.join(home, "lib", "vscode", "out", "server-main.js"),
    userServer: path.join(home, "out", "node", "entry.js"),
  };
}

function homeIn(folder: string): string {
  return path.join(folder, "node_modules", "code-server");
}

async function install(version: HostVersion, node: string, target: string): Promise<void> {
  const run = async (cwd: string, ...args: string[]): Promise<void> => {
    // No scripts: they would compile what needs a compiler, and nothing of that is used.
    await npm([...args, "--ignore-scripts"], {
      cwd,
      purpose: `Installing VS Code ${version.vscode}`,
      node,
    });
  };
  const vscode = path.join(homeIn(target), "lib", "vscode");
  await writeFile(path.join(target, "package.json"), '{ "private": true }\n');
  await run(target, "install", `code-server@${version.codeServer}`);
  await run(vscode, "install", "--omit=dev");
  await run(path.join(vscode, "extensions"), "install", "--omit=dev");
  await replaceModules(vscode, version.nativeModules);
  await replaceModules(target, version.serverNativeModules);
}

/** Puts plain JavaScript where a module would load what has to be compiled. */
async function replaceModules(
  folder: string,
  modules: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, file] of Object.entries(modules)) {
    const home = path.join(folder, "node_modules", name);
    const manifest = v.parse(
      v.object({ main: v.string() }),
      JSON.parse(await readFile(path.join(home, "package.json"), "utf8")),
    );
    await copyFile(path.join(__dirname, "plainModules", file), path.join(home, manifest.main));
  }
}
