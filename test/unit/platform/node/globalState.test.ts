import assert from "node:assert/strict";
import { Emitter } from "../../../../src/core/base/lifecycle";
import { GlobalState } from "../../../../src/platform/node/globalState";
import type { Result } from "../../../../src/core/base/result";
import { BotToken } from "../../../../src/core/portal/botToken";
import { Portals } from "../../../../src/core/portal/portals";
import { StateUnwritable } from "../../../../src/core/portal/stateStore";
import { FakeClock } from "../../support/fakeClock";
import { MemorySecrets } from "../../support/stores";
import { sentinel, webhookIn } from "../../support/webhooks";
import { SharedStorage } from "../../support/windows";

type Stored = Result<unknown, unknown>;
const access = undefined;

/** A window that somebody looks at, or not. */
class Focus {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private is = true;

  isFocused(): boolean {
    return this.is;
  }

  set(is: boolean): void {
    this.is = is;
    this.changed.fire();
  }
}

const listOf = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);
const adding =
  (item: unknown) =>
  (stored: unknown): unknown => [...listOf(stored).filter((other) => other !== item), item];
const removing =
  (item: unknown) =>
  (stored: unknown): unknown =>
    listOf(stored).filter((other) => other !== item);

describe("The state of two windows", () => {
  let storage: SharedStorage;
  let clock: FakeClock;
  let focus: Focus;
  let here: GlobalState;
  let there: GlobalState;
  let told: string[];
  beforeEach(() => {
    storage = new SharedStorage();
    clock = new FakeClock();
    focus = new Focus();
    here = new GlobalState(storage.openWindow(), clock, new Focus());
    there = new GlobalState(storage.openWindow(), clock, focus);
    told = [];
    here.onDidChangeElsewhere(() => told.push(`here: ${JSON.stringify(here.get("pins"))}`));
    there.onDidChangeElsewhere(() => told.push(`there: ${JSON.stringify(there.get("pins"))}`));
  });
  afterEach(() => {
    here.dispose();
    there.dispose();
    assert.equal(clock.waiting, 0, "a window that is closed still looks");
  });

  const set = (window: GlobalState, key: string, value: unknown): Promise<void> =>
    window.update(key, () => value);

  it("agrees within a second or so, and each change is told once, to the other window", async () => {
    await set(here, "pins", ["chat29"]);
    await clock.advance(1_000);
    assert.deepEqual(told, ['there: ["chat29"]']);
    await set(there, "pins", ["chat1", "chat29"]);
    await clock.advance(60_000);
    assert.deepEqual(told, ['there: ["chat29"]', 'here: ["chat1","chat29"]']);
  });

  it("is told only when the value can be read, however late VS Code brings it", async () => {
    storage.holdBack();
    await set(here, "pins", ["chat29"]);
    await clock.advance(60_000);
    assert.deepEqual(told, []);
    storage.deliver();
    await clock.advance(1_000);
    assert.deepEqual(told, ['there: ["chat29"]']);
  });

  it("is told when nothing but a secret is another: the same value is set again", async () => {
    await set(here, "pins", []);
    await clock.advance(1_000);
    await set(here, "pins", []);
    await clock.advance(1_000);
    assert.equal(told.length, 2);
  });

  it("is told of a change that came just before a write of one's own", async () => {
    await set(here, "pins", ["chat29"]);
    await set(there, "history", []);
    assert.deepEqual(told, ['there: ["chat29"]']);
    assert.deepEqual(here.get("history"), []);
  });

  it("is read back at once, and written one value after the other", async () => {
    const writing = [set(here, "pins", ["chat1"]), set(here, "history", [1])];
    assert.deepEqual(here.get("pins"), ["chat1"]);
    assert.deepEqual(here.get("history"), [1]);
    await Promise.all(writing);
    assert.deepEqual(storage.writes, [
      ["writers", "pins"],
      ["writers", "history"],
    ]);
    await clock.advance(10_000);
    assert.ok(!told.some((line) => line.startsWith("here")));
  });

  it("is looked at by nobody behind other windows, and at once when one comes to the front", async () => {
    focus.set(false);
    await clock.advance(10_000);
    assert.equal(clock.waiting, 1, "only the window in front looks");
    await set(here, "pins", ["chat29"]);
    await clock.advance(60_000);
    assert.deepEqual(told, []);
    focus.set(true);
    assert.deepEqual(told, ['there: ["chat29"]']);
    await set(here, "pins", []);
    await clock.advance(1_000);
    assert.equal(told.length, 2);
  });

  it("goes on being watched when a listener throws", async () => {
    const bugs: unknown[] = [];
    const listeners = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", (reason) => bugs.push(reason));
    there.onDidChangeElsewhere(() => {
      throw new Error("a broken listener");
    });
    await set(here, "pins", ["chat29"]);
    await clock.advance(1_000);
    await set(here, "pins", []);
    await clock.advance(1_000);
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
    assert.equal(bugs.length, 2);
    assert.deepEqual(told, ['there: ["chat29"]', "there: []"]);
  });

  for (const gapMs of [0, 10, 50, 100, 200, 1_000]) {
    for (const lateMs of [20, 90, 300]) {
      it(`keeps both changes of one list, ${gapMs} ms apart, with news ${lateMs} ms on its way`, async () => {
        storage.deliverLate((run) => {
          void clock.wait(lateMs, new AbortController().signal).then(run);
        });
        await set(here, "pins", ["chat29"]);
        await clock.advance(10_000);
        const first = here.update("pins", adding("chat1"));
        await clock.advance(gapMs);
        const second = there.update("pins", adding("chat2"));
        await Promise.all([first, second]);
        await clock.advance(10_000);
        for (const window of [here, there]) {
          const pins = listOf(window.get("pins"));
          assert.deepEqual([...pins].sort(), ["chat1", "chat2", "chat29"]);
        }
      });

      it(`keeps changes of two lists, ${gapMs} ms apart, with news ${lateMs} ms on its way`, async () => {
        storage.deliverLate((run) => {
          void clock.wait(lateMs, new AbortController().signal).then(run);
        });
        const first = here.update("pins", adding("chat1"));
        await clock.advance(gapMs);
        const second = there.update("history", adding("chat2"));
        await Promise.all([first, second]);
        await clock.advance(10_000);
        for (const window of [here, there]) {
          assert.deepEqual([window.get("pins"), window.get("history")], [["chat1"], ["chat2"]]);
        }
      });
    }
  }

  for (const gapMs of [0, 50, 100, 200]) {
    it(`keeps both portals, and then both bot tokens, with one keyring, ${gapMs} ms apart`, async () => {
      storage.deliverLate((run) => {
        void clock.wait(90, new AbortController().signal).then(run);
      });
      const secrets = new MemorySecrets();
      const [one, other] = [here, there].map(
        (state, at) =>
          new Portals(state, secrets, { newId: () => `p${at}`, nowMs: () => clock.nowMs() }),
      );
      assert.ok(one !== undefined && other !== undefined);
      const apart = async (first: () => Promise<Stored>, second: () => Promise<Stored>) => {
        const running = [first()];
        await clock.advance(gapMs);
        running.push(second());
        await clock.advance(10_000);
        for (const outcome of await Promise.all(running)) assert.ok(outcome.ok);
      };
      const add = (portals: Portals, name: string) => () =>
        portals.add({ webhook: webhookIn(`${name}.test/rest/1/${sentinel}/`), name, access });
      await apart(add(one, "north"), add(other, "south"));
      const addBot = (portals: Portals, botId: number) => () =>
        portals.addBot("p0", { botId, name: "" }, BotToken.parse("a-token") ?? assert.fail());
      await apart(addBot(one, 456), addBot(other, 457));
      const signal = new AbortController().signal;
      for (const portals of [one, other]) {
        portals.reread();
        const known = portals.list().map(({ id, bots = [] }) => `${id}: ${bots.length} bots`);
        assert.deepEqual(known.sort(), ["p0: 2 bots", "p1: 0 bots"]);
        for (const id of ["p0", "p1"]) assert.ok((await portals.webhookFor(id, signal)).ok);
        for (const id of [456, 457]) assert.ok((await portals.botTokenFor("p0", id, signal)).ok);
        portals.dispose();
      }
    });
  }

  it("does not make again what another window took back, knowing of it", async () => {
    await here.update("pins", adding("chat1"));
    await clock.advance(200);
    await there.update("pins", removing("chat1"));
    await clock.advance(10_000);
    assert.deepEqual([here.get("pins"), there.get("pins")], [[], []]);
  });

  it("drops a change that VS Code does not store, and says so", async () => {
    storage.refuse();
    await assert.rejects(here.update("pins", adding("chat1")), StateUnwritable);
    storage.accept();
    await here.update("history", adding("chat2"));
    await clock.advance(10_000);
    assert.deepEqual([there.get("pins"), there.get("history")], [undefined, ["chat2"]]);
  });
});
