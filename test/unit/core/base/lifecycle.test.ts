import assert from "node:assert/strict";
import { DisposableStore, Emitter } from "../../../../src/core/base/lifecycle";
import { reportedBugs } from "../../support/reportedBugs";

describe("A store of disposables", () => {
  it("disposes of what it holds newest first, and once", () => {
    const order: string[] = [];
    const store = new DisposableStore();
    for (const name of ["first", "second"]) store.add({ dispose: () => order.push(name) });
    store.dispose();
    store.dispose();
    assert.deepEqual(order, ["second", "first"]);
  });

  it("disposes at once of what comes too late", () => {
    const store = new DisposableStore();
    store.dispose();
    let isGone = false;
    store.add({ dispose: () => (isGone = true) });
    assert.ok(isGone);
  });
});

describe("An event", () => {
  it("reaches every listener until that one leaves", () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const listener = (value: number) => heard.push(`both ${value}`);
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ["both 1", "both 1", "both 2"]);
  });

  it("reaches nobody after its source is disposed of", () => {
    const emitter = new Emitter<void>();
    let count = 0;
    emitter.event(() => count++);
    emitter.dispose();
    emitter.fire();
    assert.equal(count, 0);
  });

  it("lets a listener leave while it is told", () => {
    const emitter = new Emitter<void>();
    let count = 0;
    const own = emitter.event(() => {
      own.dispose();
      count++;
    });
    emitter.event(() => count++);
    emitter.fire();
    emitter.fire();
    assert.equal(count, 3);
  });

  it("reaches every listener, whatever one of them throws, and the throw is reported", async () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const broken = new Error("a broken listener");
    emitter.event(() => {
      throw broken;
    });
    emitter.event((value) => heard.push(value));
    const bugs = await reportedBugs(() => {
      emitter.fire("first");
      emitter.fire("second");
    });
    assert.deepEqual(heard, ["first", "second"]);
    assert.deepEqual(bugs, [broken, broken]);
  });
});
