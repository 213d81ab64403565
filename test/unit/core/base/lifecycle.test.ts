import assert from "node:assert/strict";
import { DisposableStore, Emitter } from "../../../../src/core/base/lifecycle";

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
});
