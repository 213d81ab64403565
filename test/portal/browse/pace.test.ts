import assert from "node:assert/strict";
import { chatRef } from "../../../src/core/dialog/dialogId";
import { usualBucket } from "../../../src/core/portal/rateLimiter";
import { Emulator, type EmulatorOptions } from "../../emulator/emulator";
import { until } from "../support/until";
import { BrowseBench, type BrowseOptions } from "./support/browseBench";

const never = new AbortController().signal;

/** A portal that counts requests by the same virtual clock as the client. */
async function withThrottledPortal(
  limits: EmulatorOptions,
  options: BrowseOptions,
  test: (emulator: Emulator, bench: BrowseBench) => Promise<void>,
): Promise<void> {
  let now = (): number => 0;
  const emulator = await Emulator.start({ ...limits, clock: () => now() });
  try {
    const bench = await BrowseBench.start(emulator.webhook(), options);
    now = () => bench.time.clock.nowMs();
    await test(emulator, bench);
  } finally {
    await emulator.stop();
  }
}

describe("The pace of the sidebar", () => {
  const readMany = (bench: BrowseBench, count: number): Promise<readonly { ok: boolean }[]> =>
    bench.time.run(
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          bench.reader.dialog(bench.record, chatRef(500 + (index % 200)), never),
        ),
      ),
    );

  it("is never refused by a portal of the usual limit, and no slower than it has to be", async () => {
    await withThrottledPortal({}, {}, async (emulator, bench) => {
      const outcomes = await readMany(bench, 3_000);
      assert.ok(outcomes.every(({ ok }) => ok));
      assert.equal(emulator.requests.length, 60);
      assert.deepEqual(new Set(emulator.requests.map(({ status }) => status)), new Set([200]));
      const { capacity, leakPerSecond } = usualBucket;
      assert.equal(bench.time.clock.steadyMs(), ((60 - capacity) / leakPerSecond) * 1000);
    });
  });

  it("is never refused by one with a small bucket either", async () => {
    const small = { capacity: 3, leakPerSecond: 1 };
    await withThrottledPortal(small, { bucket: small }, async (emulator, bench) => {
      const outcomes = await readMany(bench, 500);
      assert.ok(outcomes.every(({ ok }) => ok));
      assert.equal(emulator.requests.length, 10);
      assert.ok(emulator.requests.every(({ status }) => status === 200));
      assert.equal(bench.time.clock.steadyMs(), 7_000);
    });
  });

  it("recovers when other programs use up what the portal grants", async () => {
    await withThrottledPortal({ capacity: 2, leakPerSecond: 0.5 }, {}, async (emulator, bench) => {
      // The client believes in 48 and 2: the portal refuses, and every read comes through all the same.
      const outcomes = await readMany(bench, 200);
      assert.ok(outcomes.every(({ ok }) => ok));
      const statuses = emulator.requests.map(({ status }) => status);
      assert.ok(statuses.includes(503));
      assert.equal(statuses.filter((status) => status === 200).length, 4);
    });
  });

  it("gives up what waits when nobody wants it any more", async () => {
    const small = { capacity: 1, leakPerSecond: 0.1 };
    await withThrottledPortal(small, { bucket: small }, async (emulator, bench) => {
      const cancel = new AbortController();
      const first = bench.reader.bots(bench.record, never);
      assert.ok((await bench.run(first)).ok);
      const waiting = bench.reader.bots(bench.record, cancel.signal);
      await until(() => bench.time.clock.waiting > 0);
      cancel.abort();
      const outcome = await waiting;
      assert.ok(!outcome.ok);
      assert.equal(outcome.error.error.kind, "cancelled");
      assert.equal(bench.time.clock.waiting, 0);
      assert.equal(emulator.requests.length, 1);
    });
  });
});
