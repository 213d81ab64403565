import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { Failure, messageOf } from "../failure";
import { installations } from "../paths";
import { oldestHost } from "../versions";
import { runInVsCode } from "./integrationStage";
import type { Stage } from "./stage";

/** The integration tests in a desktop VS Code. Not part of `npm test`: the download needs the whole internet. */
export const desktopStage: Stage = {
  name: "desktop",
  heading: `Integration, desktop VS Code ${oldestHost.vscode}`,
  needs: "build",
  runs: 1,
  prepare: download,
  async run(options, output) {
    return runInVsCode("desktop", { ...options, executable: await download(), output });
  },
};

/** The second call finds what the first one downloaded. */
async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: oldestHost.vscode, cachePath: installations });
  } catch (error) {
    throw new Failure(
      `The desktop VS Code could not be downloaded (${messageOf(error)}). "npm run test:integration" needs no download.`,
    );
  }
}
