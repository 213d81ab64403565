import { execFile } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Failure } from "../failure";
import { repository, vsix } from "../paths";

/** Builds the extension as users get it. */
export async function buildExtension(): Promise<void> {
  await runScript("The build", "esbuild.mjs", ["--production"]);
}

/** Packs the extension into `vsix`; vsce builds it first (vscode:prepublish). */
export async function packageExtension(): Promise<void> {
  mkdirSync(path.dirname(vsix), { recursive: true });
  const tool = path.join("node_modules", "@vscode", "vsce", "vsce");
  await runScript("Packaging", tool, ["package", "--no-dependencies", "--out", vsix]);
  if (!existsSync(vsix)) throw new Failure("Packaging wrote no file.");
  console.log(`Packaged the extension: ${Math.ceil(statSync(vsix).size / 1024)} KB`);
}

async function runScript(what: string, script: string, args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [script, ...args], { cwd: repository });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Failure(`${what} failed:\n${stdout ?? ""}${stderr ?? ""}`.trimEnd());
  }
}
