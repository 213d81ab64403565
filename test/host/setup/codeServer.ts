import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import type { HostVersion } from "../versions";
import { installOnce, isInstalled } from "./installOnce";
import { nodeRuntime, type NodeRuntime } from "./nodeRuntime";
import { npm } from "./npm";
import { requireToolchain } from "./toolchain";

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
  if (!isInstalled(version.vscode)) requireToolchain();
  const runtime = await nodeRuntime(version.nodeMajor);
  const folder = await installOnce(
    version.vscode,
    `Installing VS Code ${version.vscode} (first time only, about a minute)`,
    (target) => install(version, runtime, target),
  );
  const home = homeIn(folder);
  return {
    version: version.vscode,
    node: runtime.executable,
    testServer: path.join(home, "lib", "vscode", "out", "server-main.js"),
    userServer: path.join(home, "out", "node", "entry.js"),
  };
}

function homeIn(folder: string): string {
  return path.join(folder, "node_modules", "code-server");
}

async function install(version: HostVersion, runtime: NodeRuntime, target: string): Promise<void> {
  const run = async (cwd: string, ...args: string[]): Promise<void> => {
    await npm(args, {
      cwd,
      purpose: `Installing VS Code ${version.vscode}`,
      node: runtime.executable,
      env: {
        npm_config_nodedir: runtime.headers,
        npm_config_ignore_scripts: "false",
        PATH: [path.dirname(runtime.executable), process.env["PATH"]].join(path.delimiter),
      },
    });
  };
  const vscode = path.join(homeIn(target), "lib", "vscode");
  await writeFile(path.join(target, "package.json"), '{ "private": true }\n');
  // No scripts: they would compile modules that need system libraries and that no test touches.
  await run(target, "install", "--ignore-scripts", `code-server@${version.codeServer}`);
  await run(vscode, "install", "--omit=dev", "--ignore-scripts");
  await run(path.join(vscode, "extensions"), "install", "--omit=dev", "--ignore-scripts");
  await compile(vscode, version.nativeModules, run);
  await compile(target, version.serverNativeModules, run);
}

async function compile(
  folder: string,
  modules: readonly string[],
  run: (cwd: string, ...args: string[]) => Promise<void>,
): Promise<void> {
  if (modules.length === 0) return;
  await allowScripts(path.join(folder, "package.json"), modules);
  await run(folder, "rebuild", ...modules);
  for (const name of modules) {
    // npm that refuses to run scripts reports success without having built anything.
    const files = await readdir(path.join(folder, "node_modules", name), { recursive: true });
    if (!files.some((file) => file.endsWith(".node"))) {
      throw new Failure(
        `npm did not compile ${name}; its settings forbid install scripts. Allow them and try again.`,
      );
    }
  }
}

/** Newer npm runs the scripts of a package only when the project lists it. */
async function allowScripts(manifest: string, modules: readonly string[]): Promise<void> {
  const content = JSON.parse(await readFile(manifest, "utf8")) as Record<string, unknown>;
  const allowed = Object.fromEntries(modules.map((name) => [name, true]));
  const before = typeof content["allowScripts"] === "object" ? content["allowScripts"] : {};
  content["allowScripts"] = { ...before, ...allowed };
  await writeFile(manifest, `${JSON.stringify(content, undefined, 2)}\n`);
}
