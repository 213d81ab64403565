import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { repository } from "../paths";

/**
 * Bundles each test file, as the extension host knows no TypeScript.
 * @returns the file that VS Code loads to run the tests
 */
export async function buildExtensionTests(target: string): Promise<string> {
  rmSync(target, { recursive: true, force: true });
  await build({
    absWorkingDir: repository,
    entryPoints: ["test/integration/index.ts", "test/integration/**/*.test.ts"],
    outbase: "test/integration",
    outdir: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Mocha has one set of globals and the tests must share it with the runner.
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return path.join(target, "index.js");
}
