import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure";
import { repository, vsix } from "../paths";

/** Builds the extension as users get it. */
export function buildExtension(): void {
  runScript("The build", "esbuild.mjs", ["--production"]);
}

/** Packs the extension into `vsix`; vsce builds it first (vscode:prepublish). */
export function packageExtension(): void {
  mkdirSync(path.dirname(vsix), { recursive: true });
  const tool = path.join("node_modules", "@vscode", "vsce", "vsce");
  runScript("Packaging", tool, ["package", "--no-dependencies", "--out", vsix]);
  if (!existsSync(vsix)) throw new Failure("Packaging wrote no file.");
  console.log(`Packaged the extension: ${Math.ceil(statSync(vsix).size / 1024)} KB`);
}

function runScript(what: string, script: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: repository,
    encoding: "utf8",
  });
  if (status !== 0) throw new Failure(`${what} failed:\n${stdout}${stderr}`.trimEnd());
}
