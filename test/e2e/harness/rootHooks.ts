import type { RootHookObject } from "mocha";
import { E2eRun, e2e, setCurrentRun } from "./e2eRun";

/** Includes what a first start installs. */
const startTimeoutMs = 300_000;

// The servers end with this process; a signal alone would not let it tell them.
process.once("SIGTERM", () => process.exit(143));

export const mochaHooks: RootHookObject = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(startTimeoutMs);
    setCurrentRun(await E2eRun.start());
  },

  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest.fullTitle().replaceAll(/[^\w]+/g, "-");
    console.log(`      screenshot: ${await e2e().vscode.screenshot(`failed-${name}`)}`);
  },

  async afterAll() {
    await e2e().stop();
    setCurrentRun(undefined);
  },
};
