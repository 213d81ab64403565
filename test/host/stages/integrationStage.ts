import path from "node:path";
import { tallyVariable } from "../mocha/tally";
import { newTallyFile, readTally } from "../mocha/tallyFile";
import { browser } from "../setup/browser";
import { codeServer } from "../setup/codeServer";
import { monkeySeconds } from "../monkey";
import { hosts, newestHost, type HostVersion } from "../versions";
import type { Section } from "./sections";
import type { Stage, StageOptions } from "./stage";
import { runTestProcess } from "./testProcess";

/** Tests inside the extension host of a VS Code in a headless browser. */
export function integrationStage(version: HostVersion): Stage {
  // What takes long and hangs on the product more than on VS Code runs in one of them.
  const long = version === newestHost ? { TEST_LONG: "yes", MONKEY_SECONDS: monkeySeconds() } : {};
  const name = `integration-${version.vscode}`;
  return {
    name,
    heading: `Integration, VS Code ${version.vscode}`,
    needs: "build",
    runs: 1,
    prepare: () => Promise.all([codeServer(version), browser()]),
    run: (options, output) =>
      runInVsCode(name, {
        ...options,
        // On the desktop this is VS Code itself; the launcher takes the same arguments.
        executable: path.join(__dirname, "..", "launcher.mjs"),
        env: { TEST_VSCODE_VERSION: version.vscode, ...long },
        output,
      }),
  };
}

export const integrationStages: readonly Stage[] = hosts.map((version) =>
  integrationStage(version),
);

interface InVsCode extends StageOptions {
  readonly executable: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly output: Section;
}

/** @returns undefined when VS Code ended before the tests did */
export async function runInVsCode(
  name: string,
  { executable, grep, env, output }: InVsCode,
): ReturnType<Stage["run"]> {
  const tallyFile = newTallyFile(name);
  await runTestProcess(
    ["--import", "tsx", path.join(__dirname, "inVsCode.ts"), name, executable],
    {
      ...env,
      ...(grep === undefined ? {} : { TEST_GREP: grep }),
      [tallyVariable]: tallyFile,
    },
    output,
  );
  return readTally(tallyFile);
}
