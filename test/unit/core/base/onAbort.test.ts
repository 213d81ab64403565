import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { onAbort } from "../../../../src/core/base/onAbort";
import { untilAborted } from "../../../../src/core/base/untilAborted";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import { RateLimiter } from "../../../../src/core/portal/rateLimiter";
import { systemClock } from "../../../../src/platform/node/systemClock";
import { FakeClock, settled } from "../../support/fakeClock";
import { PendingCalls } from "../../support/pendingCalls";
import { reportedBugs } from "../../support/reportedBugs";
import { webhookIn } from "../../support/webhooks";

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

describe("A signal that many wait for", () => {
  it("tells each of them, once, and has one listener", () => {
    const abort = new AbortController();
    const told: number[] = [];
    for (let index = 0; index < 100; index++) onAbort(abort.signal, () => told.push(index));
    assert.equal(listeners(abort.signal), 1);
    abort.abort();
    assert.deepEqual(
      told,
      Array.from({ length: 100 }, (_, index) => index),
    );
    assert.equal(listeners(abort.signal), 0);
  });

  it("does not tell who stopped waiting, and listens only while somebody waits", () => {
    const abort = new AbortController();
    const told: string[] = [];
    const watch = (name: string) => onAbort(abort.signal, () => told.push(name));
    const first = watch("first");
    const second = watch("second");
    first.dispose();
    assert.equal(listeners(abort.signal), 1);
    second.dispose();
    assert.equal(listeners(abort.signal), 0);
    watch("third");
    first.dispose();
    second.dispose();
    abort.abort();
    assert.deepEqual(told, ["third"]);
  });

  it("tells the others when one of them throws", async () => {
    const abort = new AbortController();
    let isTold = false;
    onAbort(abort.signal, () => {
      throw new Error("a bug");
    });
    onAbort(abort.signal, () => {
      isTold = true;
    });
    const bugs = await reportedBugs(() => {
      abort.abort();
      return Promise.resolve();
    });
    assert.equal(bugs.length, 1);
    assert.ok(isTold);
  });

  const crowds: readonly (readonly [
    crowd: string,
    wait: (signal: AbortSignal) => Promise<unknown>,
    end: unknown,
  ])[] = [
    ["a keyring", (signal) => untilAborted(new Promise(() => undefined), signal), undefined],
    ["the time", (signal) => systemClock.wait(60_000, signal), false],
    ["a place in the bucket", (signal) => full.take("https://portal.example", signal), false],
  ];
  const full = new RateLimiter(new FakeClock(), { capacity: 0, leakPerSecond: 1 });
  for (const [crowd, wait, end] of crowds) {
    it(`has one listener however many wait for ${crowd}, and lets them all go`, async () => {
      const abort = new AbortController();
      const waits = Array.from({ length: 100 }, () => wait(abort.signal));
      await settled();
      assert.equal(listeners(abort.signal), 1);
      abort.abort();
      assert.deepEqual(await Promise.all(waits), new Array(100).fill(end));
      assert.equal(listeners(abort.signal), 0);
    });
  }

  it("is left alone when the batches that shared it are answered", async () => {
    const direct = new PendingCalls();
    const caller = new BatchingCaller(direct, setImmediate);
    const { signal } = new AbortController();
    const reads = Array.from({ length: 100 }, () =>
      caller.call(webhookIn(), "profile", {}, signal),
    );
    await settled();
    assert.equal(listeners(signal), 1);
    const result = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`c${index}`, index]),
    );
    direct.answer(0, { result });
    await settled();
    assert.equal(listeners(signal), 1, "the second batch still waits");
    direct.answer(1, { result });
    assert.ok((await Promise.all(reads)).every(({ ok }) => ok));
    assert.equal(listeners(signal), 0);
  });
});
