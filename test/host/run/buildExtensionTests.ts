import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { output, repository } from "../paths";

const target = path.join(output, "integration");

/** The file that VS Code loads to run the tests. */
export const extensionTests = path.join(target, "index.js");

/** Bundles each test file, as the extension host knows no TypeScript. */
export async function buildExtensionTests(): Promise<void> {
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
}
