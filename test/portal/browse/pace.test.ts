import assert from "node:assert/strict";
import { chatRef } from "../../../src/core/dialog/dialogId";
import type { Result } from "../../../src/core/base/result";
import type { PortalFailure } from "../../../src/core/portal/portalCaller";
import type { ListReader } from "../../../src/core/reads/listReader";
import { usualBucket } from "../../../src/core/portal/rateLimiter";
import { Emulator, type EmulatorOptions } from "../../emulator/emulator";
import { until } from "../support/until";
import { DialogReader } from "../../../src/core/reads/dialogReader";
import { TitleLearner } from "../../../src/core/sessions/titleLearner";
import type { VirtualTime } from "./support/virtualTime";
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

/** Two a second in the middle: no program keeps time to the millisecond. */
const paces = [430, 610, 470, 520, 390, 580, 500];

/** Another program behind the same webhook's limit, at a pace of its own. */
class Competitor {
  admitted = 0;
  private isStopped = false;

  constructor(
    private readonly webhook: string,
    private readonly time: VirtualTime,
  ) {}

  async run(): Promise<void> {
    const request = {
      url: `${this.webhook}profile`,
      body: "{}",
      timeoutMs: 5_000,
      limitBytes: 1e6,
    };
    // The burst that was free first, then a request every half second, refused or not.
    for (let sent = 0; !this.isStopped; sent += 1) {
      if (sent >= 50) {
        await this.time.clock.wait(paces[sent % paces.length] ?? 500, never);
      }
      const reply = await this.time.transport.send(request, never);
      if (reply.ok && reply.value.status === 200) this.admitted += 1;
    }
  }

  stop(): void {
    this.isStopped = true;
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

  it("goes on beside a program that takes two requests a second, clicks first, and says so", async () => {
    await withThrottledPortal({}, {}, async (emulator, bench) => {
      const { origin } = bench.record;
      const other = new Competitor(emulator.webhook(), bench.time);
      const competing = bench.time.run(other.run());
      await until(() => other.admitted === 50);
      const ends: string[] = [];
      const crowded: boolean[] = [];
      bench.limiter.onDidChange(() => crowded.push(bench.limiter.isCrowded(origin)));
      const dialogs = new DialogReader(bench.client, bench.portals);
      const titles = new TitleLearner(() => bench.record, bench.background, bench.memory);
      const background = titles.learn(["chat29", "chat30"]);
      const clicks = Array.from({ length: 20 }, () =>
        dialogs
          .read(bench.record, chatRef(210), new AbortController().signal)
          .then(({ ok }) => ends.push(ok ? "click" : "refused")),
      );
      const learned = background.then(() => ends.push("background"));
      await Promise.all([...clicks, learned]).finally(() => {
        other.stop();
      });
      await competing;
      assert.deepEqual(ends, [...Array<string>(20).fill("click"), "background"]);
      assert.equal(bench.memory.recall("p1", "chat29")?.title, "Delivery bot pilot");
      assert.equal(crowded[0], true, "said while reads wait");
      assert.ok(!bench.limiter.isCrowded(origin), "and no longer");
      assert.ok(other.admitted > 20, "the other program goes on, too");
    });
  });

  for (const together of [false, true]) {
    const how = together ? "in a batch" : "alone";
    it(`leaves the last seconds of execution time to clicks, and says until when: ${how}`, async () => {
      await withThrottledPortal({}, {}, async (emulator, bench) => {
        const { record, background, reader } = bench;
        emulator.useUp("im.user.get", 479.9);
        const readBy = (list: ListReader): Promise<readonly Result<unknown, PortalFailure>[]> =>
          bench.run(
            Promise.all(
              (together ? [5, 7] : [5]).map((userId) => list.person(record, userId, never)),
            ),
          );
        const isOk = ({ ok }: { readonly ok: boolean }): boolean => ok;
        assert.ok((await readBy(background)).every(isOk), "nobody has said anything yet");
        const sent = emulator.requests.length;
        for (let times = 0; times < 20; times += 1) {
          for (const outcome of await readBy(background)) {
            assert.ok(!outcome.ok && outcome.error.error.kind === "heldBack");
            const { usedS, untilMs } = outcome.error.error;
            assert.equal(usedS, 479.9);
            const leftMs = untilMs - bench.time.clock.nowMs();
            assert.ok(leftMs > 599_900 && leftMs <= 600_000, `${leftMs} ms`);
          }
        }
        assert.equal(emulator.requests.length, sent, "none of them went out");
        assert.ok((await readBy(reader)).every(isOk), "a click goes");
        assert.ok((await bench.run(background.bots(record, never))).ok, "another method, too");
        await bench.time.clock.advance(600_001);
        assert.ok((await readBy(background)).every(isOk), "and in the end all of them");
      });
    });
  }

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
