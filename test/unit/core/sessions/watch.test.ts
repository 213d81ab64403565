import assert from "node:assert/strict";
import { Watch, watchEveryMs, watchForMs } from "../../../../src/core/sessions/watch";
import { FakeClock } from "../../support/fakeClock";

describe("Watching the events that wait", () => {
  let clock: FakeClock;
  let looks: number;
  let isInFront: boolean;
  let isThere: boolean;
  let watch: Watch;

  beforeEach(() => {
    clock = new FakeClock();
    looks = 0;
    isInFront = true;
    isThere = true;
    watch = new Watch(
      clock,
      () => isInFront,
      () => {
        looks += 1;
        return Promise.resolve(isThere);
      },
    );
  });

  afterEach(() => {
    watch.dispose();
    assert.equal(clock.waiting, 0);
  });

  it("looks every 15 seconds, and stops by itself after ten minutes", async () => {
    void watch.toggle();
    await clock.advance(watchEveryMs - 1);
    assert.equal(looks, 0);
    await clock.advance(watchForMs);
    assert.deepEqual([looks, watch.isOn], [watchForMs / watchEveryMs, false]);
    await clock.advance(watchForMs);
    assert.equal(looks, watchForMs / watchEveryMs);
  });

  it("looks only while it is in front", async () => {
    void watch.toggle();
    isInFront = false;
    await clock.advance(10 * watchEveryMs);
    assert.equal(looks, 0);
    isInFront = true;
    await clock.advance(watchEveryMs);
    assert.equal(looks, 1);
  });

  it("stops when it is told to, and when there is nothing to look at any more", async () => {
    void watch.toggle();
    await watch.toggle();
    await clock.advance(watchEveryMs);
    assert.deepEqual([looks, watch.isOn], [0, false]);
    void watch.toggle();
    isThere = false;
    await clock.advance(10 * watchEveryMs);
    assert.deepEqual([looks, watch.isOn], [1, false]);
  });
});
