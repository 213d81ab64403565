import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { inspect } from "node:util";
import type Mocha from "mocha";

/**
 * Root hooks that fail the run when a promise was rejected and nobody looked: VS Code only logs
 * that, and a user sees nothing at all.
 */
export function watchRejections(): Mocha.RootHookObject {
  const rejections: string[] = [];
  let running = "before the first test";
  const note = (reason: unknown): void => {
    rejections.push(`${running}: ${inspect(reason)}`);
  };
  return {
    beforeAll() {
      process.on("unhandledRejection", note);
    },
    beforeEach(this: Mocha.Context) {
      running = this.currentTest?.fullTitle() ?? "";
    },
    async afterAll() {
      await nextTurn();
      process.removeListener("unhandledRejection", note);
      assert.deepEqual(rejections, [], "promises were rejected and nobody looked");
    },
  };
}
