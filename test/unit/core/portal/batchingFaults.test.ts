import assert from "node:assert/strict";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import type { PortalCaller } from "../../../../src/core/portal/portalCaller";
import { settled } from "../../support/fakeClock";
import { PendingCalls } from "../../support/pendingCalls";
import { webhookIn } from "../../support/webhooks";

const never = new AbortController().signal;

describe("Reads that travel together", () => {
  const caller = (direct: PortalCaller): BatchingCaller => new BatchingCaller(direct, setImmediate);

  for (const count of [1, 2, 51]) {
    it(`all hear of a bug, and nobody waits for ever: ${count}`, async () => {
      const bug = new Error("a bug");
      const reads = caller({ call: () => Promise.reject(bug) });
      const outcomes = await Promise.allSettled(
        Array.from({ length: count }, () => reads.call(webhookIn(), "profile", {}, never)),
      );
      for (const outcome of outcomes) {
        assert.deepEqual(outcome, { status: "rejected", reason: bug });
      }
    });
  }

  it("do not wait for one that cannot be written, whose caller alone hears of it", async () => {
    const direct = new PendingCalls();
    const reads = caller(direct);
    const circle: Record<string, unknown> = {};
    circle["again"] = circle;
    const broken = reads.call(webhookIn(), "im.user.get", { ID: circle }, never);
    const others = ["chat1", "chat\ud83d"].map((DIALOG_ID) =>
      reads.call(webhookIn(), "im.dialog.get", { DIALOG_ID }, never),
    );
    await assert.rejects(broken, RangeError);
    await settled();
    direct.answer(0, { result: { c0: 1, c1: 2 } });
    assert.deepEqual(
      (await Promise.all(others)).map((outcome) => outcome.ok && outcome.value.result),
      [1, 2],
    );
  });

  it("are tried once more, alone, after a fault of the portal's own that may have passed", async () => {
    const direct = new PendingCalls();
    const reads = caller(direct);
    const gone = new AbortController();
    const calls = [never, never, gone.signal].map((signal) =>
      reads.call(webhookIn(), "profile", {}, signal),
    );
    await settled();
    gone.abort();
    const fault = { error: "ERROR_CORE", error_description: "try again" };
    const denied = { error: "ACCESS_ERROR", error_description: "" };
    direct.answer(0, { result: {}, result_error: { c0: fault, c1: denied, c2: fault } });
    await settled();
    assert.deepEqual(
      direct.made.map(({ method }) => method),
      ["batch", "profile"],
    );
    direct.answer(1, { ID: "1" });
    const outcomes = await Promise.all(calls);
    assert.deepEqual(
      outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.error.error.kind)),
      ["ok", "refused", "cancelled"],
    );
  });

  it("name the method whose answer a batch lacks", async () => {
    const direct = new PendingCalls();
    const reads = caller(direct);
    const both = (["profile", "scope"] as const).map((method) =>
      reads.call(webhookIn(), method, {}, never),
    );
    await settled();
    direct.answer(0, { result: { c0: {} }, result_error: { c1: "text" } });
    const [first, second] = await Promise.all(both);
    assert.ok(first?.ok === true && second?.ok === false);
    const { error } = second.error;
    assert.ok(error.kind === "malformed");
    assert.deepEqual([error.inBatch, error.found], ["scope", "string"]);
  });

  it("tell each list where it goes on", async () => {
    const direct = new PendingCalls();
    const reads = caller(direct);
    const lists = ["chat1", "chat2"].map((DIALOG_ID) =>
      reads.call(webhookIn(), "im.dialog.users.list", { DIALOG_ID }, never),
    );
    await settled();
    direct.answer(0, {
      result: { c0: [], c1: [] },
      result_error: [],
      result_total: { c0: 120 },
      result_next: { c0: 50 },
    });
    const [first, second] = await Promise.all(lists);
    assert.ok(first?.ok === true && second?.ok === true);
    assert.deepEqual([first.value.next, first.value.total], [50, 120]);
    assert.deepEqual([second.value.next, second.value.total], [undefined, undefined]);
  });

  it("are cancelled batch by batch", async () => {
    const direct = new PendingCalls();
    const reads = caller(direct);
    const cancel = new AbortController();
    const outcomes = Array.from({ length: 100 }, (_, index) =>
      reads.call(webhookIn(), "profile", {}, index < 50 ? cancel.signal : never),
    );
    await settled();
    cancel.abort();
    assert.deepEqual(
      direct.made.map(({ signal }) => signal.aborted),
      [true, false],
    );
    for (const outcome of await Promise.all(outcomes.slice(0, 50))) {
      assert.ok(!outcome.ok);
      assert.equal(outcome.error.error.kind, "cancelled");
    }
  });
});
