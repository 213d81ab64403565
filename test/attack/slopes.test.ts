import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { demoOrigin, demoWebhook } from "../../src/core/portal/demoAddress";
import { success } from "../../src/core/base/result";
import { DialogReader } from "../../src/core/reads/dialogReader";
import { CauseFinder } from "../../src/core/sessions/causeFinder";
import { DialogPeople } from "../../src/core/sessions/dialogPeople";
import { DialogSession } from "../../src/core/sessions/dialogSession";
import { DemoPortal } from "../../src/demo/demoPortal";
import { GlobalState } from "../../src/platform/node/globalState";
import { BrowseBench } from "../portal/browse/support/browseBench";
import { FakeClock } from "../unit/support/fakeClock";
import { SharedStorage } from "../unit/support/windows";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Memory in use, in bytes, when all that nobody holds is gone. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

const megabyte = 1024 * 1024;

describe("Memory", () => {
  async function startBench(): Promise<BrowseBench> {
    const demo = new DemoPortal(demoOrigin, () => Date.parse("2026-03-16T18:06:00Z"));
    return BrowseBench.start(demoWebhook, {
      bucket: { capacity: 1_000_000, leakPerSecond: 1_000_000 },
      transport: {
        send: ({ url, body }) =>
          Promise.resolve(success(demo.answer({ path: new URL(url).pathname, body }))),
      },
    });
  }

  it("stays where it was after 2,000 inspections, and every closed dialog is gone", async function () {
    this.timeout(120_000);
    const bench = await startBench();
    const { client, portals, record, reader, notes, history } = bench;
    const owner = new DialogReader(client, portals);
    const closed: WeakRef<object>[] = [];
    const inspectOnce = async (round: number): Promise<void> => {
      const ref = parseExactDialogId(["chat29", "chat210", "chat230", "chat404"][round % 4] ?? "");
      assert.ok(ref !== undefined);
      const portal = (): typeof record => record;
      const session = new DialogSession(
        ref,
        { read: (asked, id, _viewer, signal) => owner.read(asked, id, signal), portal },
        false,
      );
      const people = new DialogPeople(ref, reader, portal);
      const bots = { read: () => Promise.reject(new Error("nobody asks")) };
      const probes = new CauseFinder(ref, {
        portal,
        reader,
        bots,
        agrees: () => Promise.resolve(true),
      });
      session.onDidChange(() => undefined);
      await session.read();
      const { state } = session;
      if (state.phase === "read") await people.read(state.reading.dialog);
      else await probes.runAll();
      await history.add({
        portalId: "p1",
        dialogId: ref.dialogId,
        kind: "chat",
        inspectedAtMs: round,
      });
      for (const part of [session, people, probes]) {
        part.dispose();
        if (round >= 1_990) closed.push(new WeakRef(part));
      }
    };
    let halfway = 0;
    for (let round = 0; round < 2_000; round += 1) {
      await bench.time.run(inspectOnce(round));
      notes.length = 0;
      bench.state.everWritten.length = 0;
      if (round === 999) halfway = await heldBytes();
    }
    const growth = (await heldBytes()) - halfway;
    assert.ok(growth < megabyte, `${growth} bytes were kept by 1,000 inspections`);
    assert.equal(closed.filter((part) => part.deref() !== undefined).length, 0);
    assert.equal(bench.time.clock.waiting, 0);
  });

  it("stays where it was after 8 hours of a window that nobody uses", async function () {
    this.timeout(60_000);
    const clock = new FakeClock();
    const storage = new SharedStorage();
    const focus = { isFocused: () => true, onDidChange: () => ({ dispose: () => undefined }) };
    const state = new GlobalState(storage.openWindow(), clock, focus);
    let told = 0;
    state.onDidChangeElsewhere(() => (told += 1));
    const waits = new Set<number>();
    const hour = async (): Promise<void> => {
      for (let minute = 0; minute < 60; minute += 1) {
        await clock.advance(60_000);
        waits.add(clock.waiting);
      }
    };
    await hour();
    const before = await heldBytes();
    for (let hours = 1; hours < 8; hours += 1) await hour();
    const growth = (await heldBytes()) - before;
    assert.ok(growth < megabyte, `${growth} bytes were kept by seven hours`);
    assert.ok(waits.size === 1, `so many waits: ${[...waits].join(", ")}`);
    assert.equal(told, 0);
    state.dispose();
    await clock.advance(60_000);
    assert.equal(clock.waiting, 0);
  });
});
