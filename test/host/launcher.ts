import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { runExtensionTests } from "./run/extensionTests";
import { messageOf } from "./failure";
import { hostVersion } from "./versions";

/** The value of `--name=value`, as @vscode/test-electron passes it. */
function argument(name: string): string {
  const prefix = `--${name}=`;
  const found = process.argv.find((text) => text.startsWith(prefix));
  if (found === undefined) throw new Error(`--${name}=… is missing`);
  return found.slice(prefix.length);
}

async function main(): Promise<number> {
  const data = await mkdtemp(path.join(os.tmpdir(), "vscode-test-"));
  const stop = new AbortController();
  // Standard input ends with the process that started this one, however it died.
  process.stdin.resume().once("end", () => {
    stop.abort();
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      stop.abort();
    });
  }
  try {
    return await runExtensionTests({
      version: hostVersion(process.env["TEST_VSCODE_VERSION"] ?? ""),
      extension: argument("extensionDevelopmentPath"),
      tests: argument("extensionTestsPath"),
      workspace: process.argv.slice(2).find((text) => !text.startsWith("--")) ?? data,
      data,
      signal: stop.signal,
    });
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
