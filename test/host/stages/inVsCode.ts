import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { openTerminal, terminalVariable } from "../mocha/terminal";
import { output, repository, sampleWorkspace } from "../paths";
import { buildExtensionTests } from "../run/buildExtensionTests";

/**
 * Runs `test/integration` in a VS Code that takes the desktop's arguments. A process of its own: what VS Code says
 * goes straight to its output.
 * @param name of the folders below `out`
 */
async function main(name: string, vscodeExecutablePath: string): Promise<void> {
  const extensionTestsPath = await buildExtensionTests(path.join(output, name));
  const workspace = path.join(output, "workspace", name);
  await rm(workspace, { recursive: true, force: true });
  await cp(sampleWorkspace, workspace, { recursive: true });
  const terminal = await openTerminal();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: repository,
      extensionTestsPath,
      launchArgs: [workspace],
      extensionTestsEnv: { [terminalVariable]: String(terminal.port) },
    });
  } catch (error) {
    // The tally says which tests failed; anything else is not about tests.
    if (!(error instanceof TestRunFailedError)) throw error;
  } finally {
    terminal.close();
  }
}

const [name = "", executable = ""] = process.argv.slice(2);
void main(name, executable);
