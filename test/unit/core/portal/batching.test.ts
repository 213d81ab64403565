import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import type { PlainMethod } from "../../../../src/core/portal/readMethods";
import { PendingCalls } from "../../support/pendingCalls";
import { webhookIn } from "../../support/webhooks";

const never = new AbortController().signal;
const host = "portal.example";

describe("Reads of one turn", () => {
  let direct: PendingCalls;
  let caller: BatchingCaller;
  let endTurn: () => void;
  beforeEach(() => {
    direct = new PendingCalls();
    const ends: (() => void)[] = [];
    endTurn = () => {
      for (const end of ends.splice(0)) end();
    };
    caller = new BatchingCaller(direct, (end) => ends.push(end));
  });

  const read = (dialogId: string, signal = never, webhook = webhookIn()) =>
    caller.call(webhook, "imbot.dialog.get", { DIALOG_ID: dialogId }, signal);

  it("travel alone when there is only one, with its own raw reply", async () => {
    const reading = read("chat29");
    assert.equal(direct.made.length, 0, "nothing is sent before the turn is over");
    endTurn();
    assert.equal(direct.at(0).method, "imbot.dialog.get");
    assert.deepEqual(direct.at(0).params, { DIALOG_ID: "chat29" });
    direct.answer(0, { id: 29 });
    const outcome = await reading;
    assert.ok(outcome.ok);
    assert.equal(outcome.value.exchange.body, '{"result":{"id":29}}');
  });

  it("travel together, and each gets its own answer or refusal", async () => {
    const first = read("chat29");
    const second = read("crm|DEAL|88");
    endTurn();
    assert.equal(direct.made.length, 1);
    assert.equal(direct.at(0).method, "batch");
    assert.deepEqual(direct.at(0).params, {
      halt: 0,
      cmd: {
        c0: "imbot.dialog.get?DIALOG_ID=chat29",
        c1: "imbot.dialog.get?DIALOG_ID=crm%7CDEAL%7C88",
      },
    });
    direct.answer(0, {
      result: { c0: { id: 29 } },
      result_error: { c1: { error: "ACCESS_ERROR", error_description: "No" } },
    });
    const good = await first;
    assert.ok(good.ok);
    assert.deepEqual(good.value.result, { id: 29 });
    assert.deepEqual(
      [good.value.exchange.method, good.value.exchange.body],
      ["imbot.dialog.get", undefined],
    );
    const bad = await second;
    assert.ok(!bad.ok);
    assert.deepEqual(bad.error.error, {
      kind: "refused",
      host,
      status: 200,
      code: "ACCESS_ERROR",
      description: "No",
    });
  });

  it("are split at fifty, and a last single one travels alone", () => {
    for (let chat = 1; chat <= 101; chat++) void read(`chat${chat}`);
    endTurn();
    assert.deepEqual(
      direct.made.map(({ method, params }) => [method, Object.keys(params["cmd"] ?? {}).length]),
      [
        ["batch", 50],
        ["batch", 50],
        ["imbot.dialog.get", 0],
      ],
    );
  });

  it("go first when somebody asked for them, however many wait of the product's own accord", () => {
    const webhook = webhookIn();
    for (let chat = 1; chat <= 620; chat++)
      void caller.call(webhook, "profile", {}, never, "background");
    void caller.call(webhook, "imbot.dialog.get", { DIALOG_ID: "chat29" }, never, "asked");
    endTurn();
    assert.match(JSON.stringify(direct.at(0).params), /imbot\.dialog\.get\?DIALOG_ID=chat29/);
  });

  it("leave at once when they travel alone, however many batches take turns", () => {
    for (let chat = 1; chat <= 801; chat++) void read(`chat${chat}`);
    endTurn();
    const methods = direct.made.map(({ method }) => method);
    assert.ok(methods.length < 17, "batches take turns");
    assert.equal(methods.at(-1), "imbot.dialog.get");
  });

  it("never travel with those of another webhook", () => {
    const other = webhookIn("https://portal.example/rest/5/0therSentinel777/");
    void read("chat1");
    void read("chat2", never, other);
    void read("chat3");
    endTurn();
    assert.deepEqual(
      direct.made.map(({ method, webhook }) => [method, webhook.userId]),
      [
        ["batch", "1"],
        ["imbot.dialog.get", "5"],
      ],
    );
  });

  it("do not wait for those of a later turn", () => {
    void read("chat1");
    endTurn();
    void read("chat2");
    endTurn();
    assert.deepEqual(
      direct.made.map(({ method }) => method),
      ["imbot.dialog.get", "imbot.dialog.get"],
    );
  });

  it("all fail when their request fails", async () => {
    const readings = [read("chat1"), read("chat2")];
    endTurn();
    direct.fail(0, { kind: "timedOut", host, afterMs: 1 });
    for (const outcome of await Promise.all(readings)) {
      assert.ok(!outcome.ok);
      assert.equal(outcome.error.error.kind, "timedOut");
    }
  });

  it("all are malformed when the reply is no batch", async () => {
    const readings = [read("chat1"), read("chat2")];
    endTurn();
    direct.answer(0, null);
    for (const outcome of await Promise.all(readings)) {
      assert.ok(!outcome.ok);
      assert.equal(outcome.error.error.kind, "malformed");
    }
  });

  it("let one be cancelled at once, and go on for the others", async () => {
    const cancel = new AbortController();
    const cancelled = read("chat1", cancel.signal);
    const other = read("chat2");
    endTurn();
    cancel.abort();
    const outcome = await cancelled;
    assert.ok(!outcome.ok);
    assert.equal(outcome.error.error.kind, "cancelled");
    assert.equal(direct.at(0).signal.aborted, false);
    direct.answer(0, { result: { c0: 1, c1: 2 } });
    const answered = await other;
    assert.ok(answered.ok);
    assert.equal(answered.value.result, 2);
  });

  it("give up their request when all are cancelled, before or after it was sent", async () => {
    const cancel = new AbortController();
    const readings = [read("chat1", AbortSignal.abort()), read("chat2", cancel.signal)];
    endTurn();
    assert.equal(direct.at(0).signal.aborted, false);
    cancel.abort();
    assert.equal(direct.at(0).signal.aborted, true);
    for (const outcome of await Promise.all(readings)) assert.equal(outcome.ok, false);
  });

  it("may share one signal without crowding it", async () => {
    const shared = new AbortController();
    const readings = Array.from({ length: 120 }, (_, chat) =>
      read(`chat${chat + 1}`, shared.signal),
    );
    endTurn();
    assert.ok(getEventListeners(shared.signal, "abort").length <= 1);
    shared.abort();
    for (const outcome of await Promise.all(readings)) assert.equal(outcome.ok, false);
  });

  it("are of the read-only table, and no batch of their own", () => {
    const others: readonly string[] = ["imbot.message.add", "constructor", "", "batch"];
    for (const method of others) {
      // Types do not exist at run time: the caller asks by itself.
      assert.throws(() => caller.call(webhookIn(), method as PlainMethod, {}, never), /read-only/);
    }
    endTurn();
    assert.equal(direct.made.length, 0);
  });
});
