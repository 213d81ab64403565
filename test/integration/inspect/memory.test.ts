import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inspectInOwnTab } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { closeAllTabs, showsTabs } from "../support/tabs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** In the extension host, when all that nobody holds is gone. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await nextTurn();
    collect();
  }
  return process.memoryUsage().heapUsed;
}

describe("Panels that were closed", () => {
  const portal = usePortal();

  it("are not kept by the extension host", async function () {
    this.timeout(120_000);
    const openAndClose = async (count: number): Promise<void> => {
      for (let panel = 0; panel < count; panel += 1) {
        await inspectInOwnTab("chat282");
        await showsTabs("All hands");
        await closeAllTabs();
        portal.emulator.reset();
      }
    };
    await openAndClose(8);
    const before = await heldBytes();
    await openAndClose(40);
    const perPanel = ((await heldBytes()) - before) / 40;
    // Its record alone has ten thousand readers, a megabyte.
    assert.ok(perPanel < 100_000, `${Math.round(perPanel)} bytes were kept of each`);
  });
});
