import { execFile } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Failure } from "../failure";
import { billOfMaterials, output, repository, vsix } from "../paths";

/** Builds the extension as users get it. */
export async function buildExtension(): Promise<void> {
  await runScript("The build", "esbuild.mjs", ["--production"]);
}

/** Packs the extension into `vsix`; vsce builds it first (vscode:prepublish). */
export async function packageExtension(): Promise<void> {
  await packageInto(vsix, repository);
  console.log(`Packaged the extension: ${Math.ceil(statSync(vsix).size / 1024)} KB`);
}

/**
 * The same sources give the same bytes, whenever and wherever they are packed.
 * @param folder with the sources
 * @returns what vsce said of it
 */
export async function packageInto(file: string, folder: string): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true });
  const tool = path.join(repository, "node_modules", "@vscode", "vsce", "vsce");
  const said = await runScript("Packaging", tool, ["package", "--no-dependencies", "--out", file], {
    cwd: folder,
    // vsce dates and orders the files by it; a zip has dates of a time zone.
    env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2000, 0, 1) / 1000), TZ: "UTC" },
  });
  if (!existsSync(file)) throw new Failure("Packaging wrote no file.");
  return said;
}

/** Lists in `billOfMaterials` what the build has put into the extension's files. */
export async function writeBillOfMaterials(): Promise<void> {
  const tool = require.resolve("@cyclonedx/cyclonedx-esbuild");
  const cli = path.join(path.dirname(tool), "..", "bin", "cyclonedx-esbuild-cli.js");
  const flags = ["--output-reproducible", "--gather-license-texts", "--validate"];
  const files = ["--output-file", billOfMaterials, path.join(output, "metafile.json")];
  await runScript("The bill of materials", cli, [...flags, ...files]);
}

async function runScript(
  what: string,
  script: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], {
      cwd: repository,
      ...options,
    });
    return `${stdout}${stderr}`;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Failure(`${what} failed:\n${stdout ?? ""}${stderr ?? ""}`.trimEnd());
  }
}
