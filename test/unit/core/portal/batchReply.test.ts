import assert from "node:assert/strict";
import { readBatchItem } from "../../../../src/core/portal/batchReply";

const answered = { host: "portal.example", status: 200 };
const item = (batch: Readonly<Record<string, unknown>>) => readBatchItem(batch, "c0", answered);

describe("One call's part of a batch", () => {
  it("is its result, whatever that is", () => {
    for (const result of [{ id: 29 }, null, [], false, ""]) {
      assert.deepEqual(item({ result: { c0: result, c1: "other" }, result_error: [] }), {
        ok: true,
        value: { result, next: undefined, total: undefined },
      });
    }
  });

  it("tells where a list goes on", () => {
    const batch = { result: { c0: [] }, result_next: { c0: 50 }, result_total: { c0: 120 } };
    assert.deepEqual(item(batch), { ok: true, value: { result: [], next: 50, total: 120 } });
  });

  it("is its own refusal, an empty description included", () => {
    const batch = {
      result: [],
      result_error: { c0: { error: "insufficient_scope", error_description: "" } },
    };
    assert.deepEqual(item(batch), {
      ok: false,
      error: { kind: "refused", ...answered, code: "insufficient_scope", description: "" },
    });
  });

  it("is not another call's refusal", () => {
    const batch = { result: { c0: 1 }, result_error: { c1: { error: "X" } } };
    assert.equal(item(batch).ok, true);
  });

  for (const [name, batch, path, found] of [
    ["nothing", {}, "result.result.c0", "nothing"],
    ["an empty list of results", { result: [] }, "result.result.c0", "nothing"],
    ["results without it", { result: { c1: 1 } }, "result.result.c0", "nothing"],
    ["an error that is text", { result_error: { c0: "X" } }, "result.result_error.c0", "string"],
    ["an error without a code", { result_error: { c0: {} } }, "result.result_error.c0", "object"],
  ] as const) {
    it(`is missing where the reply has ${name}`, () => {
      const error = { kind: "malformed", ...answered, path, found };
      assert.deepEqual(item(batch), { ok: false, error });
    });
  }

  it("is not mistaken for what every object has", () => {
    const read = readBatchItem({ result: {}, result_error: {} }, "constructor", answered);
    assert.equal(read.ok, false);
  });
});
