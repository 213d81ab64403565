import { messageOf } from "./failure";
import { runExtensionTests } from "./run/extensionTests";
import { temporaryFolder } from "./run/temporaryFolder";
import { hostVersion } from "./versions";

/** The value of `--name=value`, as @vscode/test-electron passes it. */
function argument(name: string): string {
  const prefix = `--${name}=`;
  const found = process.argv.find((text) => text.startsWith(prefix));
  if (found === undefined) throw new Error(`--${name}=… is missing`);
  return found.slice(prefix.length);
}

async function main(): Promise<number> {
  const data = temporaryFolder("integration");
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
  return runExtensionTests({
    version: hostVersion(process.env["TEST_VSCODE_VERSION"] ?? ""),
    extension: argument("extensionDevelopmentPath"),
    tests: argument("extensionTestsPath"),
    workspace: process.argv.slice(2).find((text) => !text.startsWith("--")) ?? data,
    data,
    signal: stop.signal,
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
