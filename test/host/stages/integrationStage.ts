import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { tallyVariable } from "../mocha/tally";
import { newTallyFile, readTally } from "../mocha/tallyFile";
import { openTerminal, terminalVariable } from "../mocha/terminal";
import { output, repository, sampleWorkspace } from "../paths";
import { buildExtension } from "../run/build";
import { buildExtensionTests, extensionTests } from "../run/buildExtensionTests";
import { browser } from "../setup/browser";
import { codeServer } from "../setup/codeServer";
import { hosts, type HostVersion } from "../versions";
import type { Stage } from "./stage";

/** Tests inside the extension host of a VS Code in a headless browser. */
export function integrationStage(version: HostVersion): Stage {
  const name = `integration-${version.vscode}`;
  return {
    name,
    heading: `Integration, VS Code ${version.vscode}`,
    prepare: () => Promise.all([codeServer(version), browser()]),
    run: ({ grep }) =>
      runInVsCode(name, {
        // On the desktop this is VS Code itself; the launcher takes the same arguments.
        vscodeExecutablePath: path.join(__dirname, "..", "launcher.mjs"),
        env: {
          TEST_VSCODE_VERSION: version.vscode,
          ...(grep === undefined ? {} : { TEST_GREP: grep }),
        },
      }),
  };
}

export const integrationStages: readonly Stage[] = hosts.map((version) =>
  integrationStage(version),
);

/**
 * Runs `test/integration` in a VS Code that takes the desktop's arguments.
 * @returns undefined when VS Code ended before the tests did
 */
export async function runInVsCode(
  name: string,
  options: { readonly vscodeExecutablePath: string; readonly env?: NodeJS.ProcessEnv },
): ReturnType<Stage["run"]> {
  buildExtension();
  await buildExtensionTests();
  const tallyFile = newTallyFile(name);
  const workspace = path.join(output, "workspace", name);
  await rm(workspace, { recursive: true, force: true });
  await cp(sampleWorkspace, workspace, { recursive: true });
  const terminal = await openTerminal();
  try {
    await runTests({
      vscodeExecutablePath: options.vscodeExecutablePath,
      extensionDevelopmentPath: repository,
      extensionTestsPath: extensionTests,
      launchArgs: [workspace],
      extensionTestsEnv: {
        ...options.env,
        [tallyVariable]: tallyFile,
        [terminalVariable]: String(terminal.port),
        ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
      },
    });
  } catch (error) {
    // The tally says which tests failed; anything else is not about tests.
    if (!(error instanceof TestRunFailedError)) throw error;
  } finally {
    terminal.close();
  }
  return readTally(tallyFile);
}
