import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { systemClock } from "../../../../src/platform/node/systemClock";

describe("A wait", () => {
  it("ends when the time is over, and leaves nothing behind", async () => {
    const { signal } = new AbortController();
    assert.equal(await systemClock.wait(1, signal), true);
    assert.deepEqual(getEventListeners(signal, "abort"), []);
  });

  it("ends at once when it is given up, before or meanwhile", async () => {
    assert.equal(await systemClock.wait(600_000, AbortSignal.abort()), false);
    const giveUp = new AbortController();
    const waiting = systemClock.wait(600_000, giveUp.signal);
    giveUp.abort();
    assert.equal(await waiting, false);
  });
});
