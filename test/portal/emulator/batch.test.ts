import assert from "node:assert/strict";
import {
  asObject,
  call,
  quietPortal,
  recordOf,
  send,
  type ParsedObject,
} from "./support/portalCalls";

const tooLong = {
  error: "ERROR_BATCH_LENGTH_EXCEEDED",
  error_description: "Max batch length exceeded",
};

describe("A batch", () => {
  it("answers a map by name, with times for successes only", () => {
    const parts = batch({ cmd: { good: "imbot.dialog.get?DIALOG_ID=chat29", bad: "profil" } });
    assert.equal(asObject(asObject(parts["result"])["good"])["id"], 29);
    assert.deepEqual(parts["result_error"], {
      bad: { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" },
    });
    assert.deepEqual(Object.keys(asObject(parts["result_time"])), ["good"]);
    assert.deepEqual(parts["result_total"], []);
  });

  it("answers a list to a list, and empty lists to nothing", () => {
    const parts = batch({ cmd: ["server.time", "scope"] });
    assert.ok(Array.isArray(parts["result"]) && parts["result"].length === 2);
    for (const nothing of [{}, { cmd: [] }, { cmd: {} }, { cmd: "scope" }]) {
      assert.deepEqual(batch(nothing), {
        result: [],
        result_error: [],
        result_total: [],
        result_next: [],
        result_time: [],
      });
    }
  });

  it("keeps names where a list has a gap", () => {
    const parts = batch({ cmd: ["server.time", "nope", "scope"] });
    assert.deepEqual(Object.keys(asObject(parts["result"])), ["0", "2"]);
    assert.deepEqual(Object.keys(asObject(parts["result_error"])), ["1"]);
  });

  it("lifts total and next of its items", () => {
    const parts = batch({ cmd: { users: "im.dialog.users.list?DIALOG_ID=chat282&LIMIT=2" } });
    assert.deepEqual(parts["result_total"], { users: 10_000 });
    assert.deepEqual(parts["result_next"], { users: 2 });
  });

  it("reads its own parameter names in any case and skips what is no text", () => {
    const parts = batch({ CMD: { a: "scope", b: { method: "scope" }, c: 5 }, Halt: 0 });
    assert.deepEqual(Object.keys(asObject(parts["result"])), ["a"]);
  });

  it("refuses every item after the fiftieth", () => {
    const cmd = Object.fromEntries(
      Array.from({ length: 52 }, (_, index) => [`n${index}`, "server.time"]),
    );
    const parts = batch({ cmd });
    assert.equal(Object.keys(asObject(parts["result"])).length, 50);
    assert.deepEqual(parts["result_error"], { n50: tooLong, n51: tooLong });
  });

  it("refuses a batch inside a batch", () => {
    const parts = batch({ cmd: { inner: "batch?cmd[0]=scope" } });
    assert.deepEqual(parts["result_error"], {
      inner: {
        error: "ERROR_BATCH_METHOD_NOT_ALLOWED",
        error_description: "Method is not allowed for batch usage",
      },
    });
  });

  it("stops at the first failure when it is told to", () => {
    const cmd = { a: "scope", b: "nope", c: "scope" };
    for (const halt of [1, true, "1"]) {
      const parts = batch({ halt, cmd });
      assert.deepEqual(Object.keys(asObject(parts["result"])), ["a"]);
      assert.deepEqual(Object.keys(asObject(parts["result_error"])), ["b"]);
    }
    for (const halt of [0, false, "0", ""]) {
      assert.deepEqual(Object.keys(asObject(batch({ halt, cmd })["result"])), ["a", "c"]);
    }
  });

  it("puts results of earlier items into later ones", () => {
    const parts = batch({
      cmd: {
        dialog: "imbot.dialog.get?DIALOG_ID=chat29",
        owner: "im.user.get?ID=$result[dialog][owner]",
        again: "imbot.dialog.get?DIALOG_ID=chat$result[dialog][id]",
        lost: "im.user.get?ID=$result[dialog][owner][deeper]",
      },
    });
    const results = asObject(parts["result"]);
    assert.equal(asObject(results["owner"])["id"], 1);
    assert.equal(asObject(results["again"])["dialog_id"], "chat29");
    assert.equal(asObject(results["lost"])["id"], 1, "ends at the last node it reached");
  });

  it("says nothing about a missing scope but its code", () => {
    const reply = call(quietPortal(), "batch", { cmd: { a: "im.user.get" } }, { user: 5 });
    assert.deepEqual(recordOf(reply)["result_error"], {
      a: { error: "insufficient_scope", error_description: "" },
    });
  });

  it("works in a URL, where its items are encoded twice", () => {
    const item = encodeURIComponent(
      `im.chat.get?ENTITY_TYPE=CRM&ENTITY_ID=${encodeURIComponent("DEAL|88")}`,
    );
    const reply = send(quietPortal(), {
      verb: "GET",
      path: "/rest/1/demo0secret0demo/batch",
      query: `halt=0&cmd[a]=${item}`,
    });
    assert.deepEqual(recordOf(reply)["result"], { a: { ID: 220 } });
  });
});

function batch(parameters: unknown): ParsedObject {
  return recordOf(call(quietPortal(), "batch", parameters));
}
