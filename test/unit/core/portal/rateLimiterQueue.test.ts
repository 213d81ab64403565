import assert from "node:assert/strict";
import type { Urgency } from "../../../../src/core/portal/portalCaller";
import { RateLimiter } from "../../../../src/core/portal/rateLimiter";
import { FakeClock, settled } from "../../support/fakeClock";
import { fc } from "../../support/generated";

const never = new AbortController().signal;
const origin = "https://portal.example";
const size = { capacity: 3, leakPerSecond: 2 };

/** Requests that all want to go, and when each of them went. */
class Queue {
  readonly clock = new FakeClock();
  readonly limiter = new RateLimiter(this.clock, size);
  readonly went: { readonly name: string; readonly atMs: number }[] = [];

  ask(name: string, signal = never, portal = origin, urgency: Urgency = "asked"): void {
    void this.limiter.take(portal, signal, urgency).then((mayGo) => {
      if (mayGo) this.went.push({ name, atMs: this.clock.steadyMs() });
    });
  }

  get log(): readonly string[] {
    return this.went.map(({ name, atMs }) => `${name} ${atMs}`);
  }
}

describe("Requests that wait for their turn", () => {
  let queue: Queue;
  beforeEach(() => {
    queue = new Queue();
  });

  it("go at once as far as the bucket has room, then one by one in the order of asking", async () => {
    for (const name of "abcdefg") queue.ask(name);
    await queue.clock.advance(10_000);
    assert.deepEqual(queue.log, ["a 0", "b 0", "c 0", "d 500", "e 1000", "f 1500", "g 2000"]);
    assert.equal(queue.clock.waiting, 0);
  });

  it("go in the background only once a click that the portal refused has come through", async () => {
    const { limiter, clock } = queue;
    const click = limiter.waitInCrowd(origin, "asked");
    const own = limiter.waitInCrowd(origin, "background");
    let hasGone = false;
    void limiter.take(origin, never, "background").then(() => (hasGone = true));
    await clock.advance(60_000);
    assert.equal(hasGone, false);
    click.dispose();
    await clock.advance(1_000);
    assert.equal(hasGone, true, "what it waits for itself does not hold it back");
    own.dispose();
  });

  it("do not wait for those of another portal", async () => {
    for (const name of "abcd") queue.ask(name);
    for (const name of "xyz") queue.ask(name, never, "https://other.example");
    await settled();
    assert.deepEqual(queue.log, ["a 0", "b 0", "c 0", "x 0", "y 0", "z 0"]);
  });

  it("hear at once that they were cancelled, and leave their place to a later one", async () => {
    const cancel = new AbortController();
    for (const name of "abc") queue.ask(name);
    queue.ask("d", cancel.signal);
    queue.ask("e");
    await queue.clock.advance(250); // a fraction that numbers hold exactly
    cancel.abort();
    await settled();
    assert.equal(queue.clock.waiting, 1);
    queue.ask("f");
    await queue.clock.advance(10_000);
    assert.deepEqual(queue.log, ["a 0", "b 0", "c 0", "e 1000", "f 1000"]);
  });

  it("wait once more behind what other programs filled", async () => {
    queue.ask("a");
    queue.limiter.fill(origin);
    queue.ask("b");
    queue.ask("c");
    await queue.clock.advance(10_000);
    assert.deepEqual(queue.log, ["a 0", "b 500", "c 1000"]);
  });

  it("go before those that the product reads of its own accord, whenever they came", async () => {
    for (const name of "abcd") queue.ask(name, never, origin, "background");
    for (const name of "WXYZ") queue.ask(name);
    await queue.clock.advance(30_000);
    const order = queue.went.map(({ name }) => name).join("");
    assert.equal(order, "WXYZabcd");
    assert.equal(queue.clock.waiting, 0);
  });

  it("leave their place in the background too when they are cancelled", async () => {
    const cancel = new AbortController();
    for (const name of "abcd")
      queue.ask(name, name < "c" ? never : cancel.signal, origin, "background");
    cancel.abort();
    await queue.clock.advance(10_000);
    assert.deepEqual(queue.log, ["a 0", "b 500"]);
    queue.ask("e");
    queue.ask("f", never, origin, "background");
    await queue.clock.advance(10_000);
    assert.deepEqual(queue.log.slice(2), ["e 10000", "f 10500"]);
  });

  it("never exceed what the portal grants, whoever gives up when", async () => {
    const step = fc.record({
      pauseMs: fc.integer({ min: 0, max: 900 }),
      urgency: fc.constantFrom<Urgency>("asked", "background"),
      cancelled: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const generated = new Queue();
        const cancels = steps.map(() => new AbortController());
        for (const [index, { pauseMs, cancelled, urgency }] of steps.entries()) {
          generated.ask(String(index), cancels[index]?.signal, origin, urgency);
          await generated.clock.advance(pauseMs);
          if (cancelled !== undefined) cancels[cancelled]?.abort();
        }
        await generated.clock.advance(60_000);
        const { went } = generated;
        for (const [from, first] of went.entries()) {
          for (const [to, last] of went.slice(from).entries()) {
            const granted = size.capacity + ((last.atMs - first.atMs) / 1000) * size.leakPerSecond;
            assert.ok(to + 1 <= granted + 1e-6, generated.log.join(", "));
          }
        }
        assert.equal(generated.clock.waiting, 0);
      }),
      { numRuns: 60 },
    );
  });
});
