import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { output, repository } from "../host/paths";

/**
 * Builds a part of the measurement as the extension is built: what the tests' loader adds to every function and import
 * is not measured.
 * @param name of a file of this folder
 * @returns the built file
 */
export async function bundled(name: string): Promise<string> {
  const target = path.join(output, "bench", `${path.basename(name)}.js`);
  rmSync(target, { force: true });
  await build({
    absWorkingDir: repository,
    entryPoints: [`test/bench/${name}.ts`],
    outfile: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    ignoreAnnotations: true,
    logLevel: "warning",
  });
  return target;
}
