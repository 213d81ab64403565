import assert from "node:assert/strict";
import type { DialogReading } from "../../src/core/reads/dialogReader";
import { PortalBench, failureOf, userAgent, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

describe("Reading a dialog over a real socket", () => {
  const suite = portalSuite();

  const methods = () => suite.emulator.requests.map(({ method }) => method);

  it("is one POST of JSON with the id as it was meant", async () => {
    const reading = valueOf(await suite.bench.read("chat29"));
    assert.equal(reading.dialog.title, "Delivery bot pilot");
    assert.equal(reading.dialog.chatId, 29);
    const [request, ...others] = suite.emulator.journal;
    assert.deepEqual(others, []);
    assert.ok(request !== undefined);
    assert.equal(request.method, "imbot.dialog.get");
    assert.equal(request.verb, "POST");
    assert.equal(request.contentType, "application/json");
    assert.equal(request.userAgent, userAgent);
    assert.deepEqual(request.parameters, { DIALOG_ID: "chat29" });
    assert.equal(request.user, "1");
  });

  it("tells how it was answered, and leaves one line in the log", async () => {
    const { answer } = valueOf(await suite.bench.read("chat29"));
    const { exchange } = answer;
    assert.equal(exchange.method, "imbot.dialog.get");
    assert.equal(`http://${exchange.host}`, suite.emulator.origin);
    assert.equal(exchange.status, 200);
    assert.ok(exchange.durationMs > 0 && exchange.durationMs < 5_000);
    assert.ok(exchange.time?.durationS !== undefined);
    assert.equal(exchange.time.operatingS, 0);
    assert.match(exchange.time.finishedAt ?? "", /\+02:00$/);
    assert.deepEqual(JSON.parse(exchange.body ?? ""), {
      result: answer.result,
      time: (JSON.parse(exchange.body ?? "") as { time: unknown }).time,
    });
    assert.deepEqual(
      suite.bench.notes.map(({ method, dialogId, status, outcome }) => [
        method,
        dialogId,
        status,
        outcome,
      ]),
      [["imbot.dialog.get", "chat29", 200, "ok"]],
    );
  });

  for (const [name, scopes, lost, expected] of [
    ["whatever is known of its scopes", undefined, "im", ["imbot.dialog.get"]],
    ["with both scopes", ["im", "imbot"], "", ["imbot.dialog.get"]],
    ["with only im, known before", ["im"], "imbot", ["im.dialog.get"]],
    ["with only im, not known before", undefined, "imbot", ["imbot.dialog.get", "im.dialog.get"]],
    ["when imbot was lost since", ["im", "imbot"], "imbot", ["imbot.dialog.get", "im.dialog.get"]],
    ["when imbot was granted since", ["im"], "im", ["im.dialog.get", "imbot.dialog.get"]],
  ] as const) {
    it(`calls what the webhook may call ${name}`, async () => {
      suite.emulator.setFault({ name: "scopeLost", scope: lost });
      const reading = valueOf(
        await suite.bench.read("chat29", scopes === undefined ? {} : { scopes }),
      );
      assert.deepEqual(methods(), expected);
      assert.equal(reading.answer.exchange.method, expected.at(-1));
      assert.equal(reading.dialog.title, "Delivery bot pilot");
    });
  }

  it("names the scope of the first method when neither may be called", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    suite.emulator.setFault({ name: "scopeLost", scope: "imbot" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "insufficient_scope");
    assert.equal(exchange?.method, "imbot.dialog.get");
    assert.deepEqual(methods(), ["imbot.dialog.get", "im.dialog.get"]);
  });

  it("falls back to im.dialog.get on a portal without imbot.dialog.get", async () => {
    suite.emulator.setFault(methodNotFound, { method: "imbot.dialog.get" });
    const reading = valueOf(await suite.bench.read("chat29"));
    assert.equal(reading.answer.exchange.method, "im.dialog.get");
  });

  it("says that im is missing when imbot.dialog.get is not there and im not granted", async () => {
    suite.emulator.setFault(methodNotFound, { method: "imbot.dialog.get" });
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    assert.ok(error.kind === "refused");
    assert.deepEqual([error.code, exchange?.method], ["insufficient_scope", "im.dialog.get"]);
  });

  it("says that imbot is missing when im.dialog.get is not there", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "imbot" });
    suite.emulator.setFault(methodNotFound, { method: "im.dialog.get" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    assert.ok(error.kind === "refused");
    assert.deepEqual([error.code, exchange?.method], ["insufficient_scope", "imbot.dialog.get"]);
  });

  it("asks no second method after any other refusal", async () => {
    failureOf(await suite.bench.read("chat404"));
    assert.deepEqual(methods(), ["imbot.dialog.get"]);
  });

  describe("on portals of another age", () => {
    const titles = (reading: DialogReading) => [reading.dialog.title, reading.dialog.chatId];

    for (const profile of ["rev24", "rev30", "onPremise"] as const) {
      it(`understands ${profile}`, async () => {
        suite.emulator.setPortalProfile(profile);
        const bench = new PortalBench(suite.emulator.webhook());
        assert.deepEqual(titles(valueOf(await bench.read("chat29"))), ["Delivery bot pilot", 29]);
        assert.deepEqual(titles(valueOf(await bench.read("chat21191"))), [
          "Mint chat No.3",
          21_191,
        ]);
      });
    }
  });
});

const methodNotFound = {
  name: "refuse",
  status: 404,
  code: "ERROR_METHOD_NOT_FOUND",
  description: "Method not found!",
} as const;
