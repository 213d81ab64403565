import assert from "node:assert/strict";
import { demoOrigin } from "../../../../src/core/portal/demoAddress";
import { RateLimiter } from "../../../../src/core/portal/rateLimiter";
import type { Clock } from "../../../../src/core/portal/transport";
import { HandClock } from "../../support/clocks";

const never = new AbortController().signal;
const origin = "https://portal.example";

describe("The pace of requests", () => {
  let clock: HandClock;
  let limiter: RateLimiter;
  beforeEach(() => {
    clock = new HandClock();
    limiter = new RateLimiter(clock, { capacity: 3, leakPerSecond: 2 });
  });

  it("lets a full bucket through at once, then one request for each that leaked away", async () => {
    for (let request = 0; request < 6; request++) assert.ok(await limiter.take(origin, never));
    assert.deepEqual(clock.waits, [500, 500, 500]);
  });

  it("lets a full bucket through again after a pause", async () => {
    for (let request = 0; request < 3; request++) await limiter.take(origin, never);
    clock.advance(60_000);
    for (let request = 0; request < 3; request++) await limiter.take(origin, never);
    assert.deepEqual(clock.waits, []);
  });

  it("keeps portals apart, and counts all webhooks of one together", async () => {
    for (let request = 0; request < 3; request++) await limiter.take(origin, never);
    await limiter.take("https://other.example", never);
    assert.deepEqual(clock.waits, []);
    await limiter.take(origin, never);
    assert.deepEqual(clock.waits, [500]);
  });

  it("never lets the demo portal wait", async () => {
    for (let request = 0; request < 6; request++) {
      assert.ok(await limiter.take(demoOrigin, never, request % 2 === 0 ? "asked" : "background"));
    }
    assert.deepEqual(clock.waits, []);
  });

  it("slows down when the portal says that others filled its bucket", async () => {
    limiter.fill(origin);
    await limiter.take(origin, never);
    assert.deepEqual(clock.waits, [500]);
    await limiter.take("https://other.example", never);
    assert.equal(clock.waits.length, 1);
  });

  it("never lets more through than the portal grants, over any stretch of time", async () => {
    const sentAtMs: number[] = [];
    for (let request = 0; request < 40; request++) {
      clock.advance((request * 37) % 400);
      await limiter.take(origin, never);
      sentAtMs.push(clock.steadyMs());
    }
    for (const [from, startMs] of sentAtMs.entries()) {
      for (const [to, endMs] of sentAtMs.entries()) {
        const granted = 3 + ((endMs - startMs) / 1000) * 2;
        assert.ok(to < from || to - from + 1 <= granted + 1e-6, `${from} to ${to}`);
      }
    }
  });

  it("takes no place for a call that was cancelled before", async () => {
    assert.equal(await limiter.take(origin, AbortSignal.abort()), false);
    for (let request = 0; request < 3; request++) await limiter.take(origin, never);
    assert.deepEqual(clock.waits, []);
  });

  it("gives the place back when a waiting call is cancelled", async () => {
    const givenUp: Clock = {
      nowMs: () => 0,
      steadyMs: () => 0,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve(false);
      },
    };
    const waits: number[] = [];
    const full = new RateLimiter(givenUp, { capacity: 1, leakPerSecond: 2 });
    assert.equal(await full.take(origin, never), true);
    assert.equal(await full.take(origin, never), false);
    assert.equal(await full.take(origin, never), false);
    assert.deepEqual(waits, [500, 500]);
  });
});
