import assert from "node:assert/strict";
import { GlobalState } from "../../../../src/platform/node/globalState";
import { FakeClock } from "../../support/fakeClock";
import { SharedStorage } from "../../support/windows";

describe("The state of two windows", () => {
  let storage: SharedStorage;
  let clock: FakeClock;
  let here: GlobalState;
  let there: GlobalState;
  let told: string[];
  beforeEach(() => {
    storage = new SharedStorage();
    clock = new FakeClock();
    here = new GlobalState(storage.openWindow(), clock);
    there = new GlobalState(storage.openWindow(), clock);
    told = [];
    here.onDidChangeElsewhere(() => told.push(`here: ${JSON.stringify(here.get("pins"))}`));
    there.onDidChangeElsewhere(() => told.push(`there: ${JSON.stringify(there.get("pins"))}`));
  });
  afterEach(() => {
    here.dispose();
    there.dispose();
    assert.equal(clock.waiting, 0, "a window that is closed still looks");
  });

  it("agrees within a second or so, and each change is told once, to the other window", async () => {
    await here.set("pins", ["chat29"]);
    await clock.advance(1_000);
    assert.deepEqual(told, ['there: ["chat29"]']);
    await there.set("pins", ["chat1", "chat29"]);
    await clock.advance(60_000);
    assert.deepEqual(told, ['there: ["chat29"]', 'here: ["chat1","chat29"]']);
  });

  it("is told only when the value can be read, however late VS Code brings it", async () => {
    storage.holdBack();
    await here.set("pins", ["chat29"]);
    await clock.advance(60_000);
    assert.deepEqual(told, []);
    storage.deliver();
    await clock.advance(1_000);
    assert.deepEqual(told, ['there: ["chat29"]']);
  });

  it("is told when nothing but a secret is another: the same value is set again", async () => {
    await here.set("pins", []);
    await clock.advance(1_000);
    await here.set("pins", []);
    await clock.advance(1_000);
    assert.equal(told.length, 2);
  });

  it("is told of a change that came just before a write of one's own", async () => {
    await here.set("pins", ["chat29"]);
    await there.set("history", []);
    assert.deepEqual(told, ['there: ["chat29"]']);
    assert.deepEqual(here.get("history"), []);
  });

  it("is read back at once, and written one value after the other, each with its mark", async () => {
    const writing = [here.set("pins", ["chat1"]), here.set("history", [1])];
    assert.deepEqual(here.get("pins"), ["chat1"]);
    assert.deepEqual(here.get("history"), [1]);
    await Promise.all(writing);
    assert.deepEqual(storage.writes, [
      ["changeMark", "pins"],
      ["changeMark", "history"],
    ]);
    await clock.advance(10_000);
    assert.ok(!told.some((line) => line.startsWith("here")));
  });
});
