import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import { SharedSignal } from "../../../../src/core/portal/sharedSignal";
import { settled } from "../../support/fakeClock";
import { PendingCalls } from "../../support/pendingCalls";
import { webhookIn } from "../../support/webhooks";

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

describe("A signal that many wait for", () => {
  it("tells each of them, once, and has one listener", () => {
    const abort = new AbortController();
    const shared = new SharedSignal(abort.signal);
    const told: number[] = [];
    for (let index = 0; index < 100; index++) shared.onAbort(() => told.push(index));
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
    const shared = new SharedSignal(abort.signal);
    const told: string[] = [];
    const first = (): void => void told.push("first");
    const second = (): void => void told.push("second");
    shared.onAbort(first);
    shared.onAbort(second);
    shared.offAbort(first);
    assert.equal(listeners(abort.signal), 1);
    shared.offAbort(second);
    assert.equal(listeners(abort.signal), 0);
    shared.onAbort(second);
    abort.abort();
    assert.deepEqual(told, ["second"]);
  });

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
