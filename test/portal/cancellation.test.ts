import assert from "node:assert/strict";
import { PortalBench, failureOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { withRawServer } from "./support/rawServer";
import { until } from "./support/until";

describe("A read that is cancelled", () => {
  const suite = portalSuite();

  it("before it is sent reaches nobody", async () => {
    const { error } = failureOf(await suite.bench.read("chat29", { signal: AbortSignal.abort() }));
    assert.deepEqual(error, { kind: "cancelled" });
    assert.deepEqual(suite.emulator.requests, []);
  });

  for (const fault of [{ name: "hang" }, { name: "latency", ms: 60_000 }] as const) {
    it(`while the portal thinks (${fault.name}) closes its connection`, async () => {
      suite.emulator.setFault(fault);
      const cancel = new AbortController();
      const reading = suite.bench.read("chat29", { signal: cancel.signal });
      await until(() => suite.emulator.requests.length === 1);
      cancel.abort();
      const { error } = failureOf(await reading);
      assert.deepEqual(error, { kind: "cancelled" });
      await until(() => suite.emulator.journal[0]?.wasAborted === true);
      assert.equal(suite.emulator.requests.length, 1, "a cancelled read is not tried again");
    });
  }

  it("while both the dialog and the person are read closes both connections", async () => {
    suite.emulator.setFault({ name: "hang" });
    const cancel = new AbortController();
    const reading = suite.bench.read("5", { signal: cancel.signal, scopes: ["im", "imbot"] });
    await until(() => suite.emulator.requests.length === 2);
    cancel.abort();
    assert.deepEqual(failureOf(await reading).error, { kind: "cancelled" });
    await until(() => suite.emulator.requests.every(({ wasAborted }) => wasAborted));
  });

  it("in the middle of the reply closes its connection", async () => {
    // More than the buffers of two sockets: when it is written, the client has read from it.
    const most = Buffer.alloc(12 * 1024 * 1024, 32);
    const cancel = new AbortController();
    let wasClosed = false;
    await withRawServer(
      (request, response) => {
        request.socket.once("close", () => (wasClosed = true));
        response.writeHead(200, { "Content-Type": "application/json" });
        response.write(most, () => {
          cancel.abort();
        });
      },
      async (webhook) => {
        const bench = new PortalBench(webhook);
        const { error } = failureOf(await bench.read("chat29", { signal: cancel.signal }));
        assert.deepEqual(error, { kind: "cancelled" });
        assert.equal(bench.notes[0]?.outcome, "cancelled");
        await until(() => wasClosed);
      },
    );
  });

  it("after it was answered changes nothing", async () => {
    const cancel = new AbortController();
    const outcome = await suite.bench.read("chat29", { signal: cancel.signal });
    cancel.abort();
    assert.equal(outcome.ok, true);
    assert.equal(suite.emulator.journal[0]?.wasAborted, false);
  });

  it("is not the same as one whose time is over", async () => {
    suite.emulator.setFault({ name: "hang" });
    const { error } = failureOf(await suite.bench.read("chat29", { timeoutMs: 30 }));
    assert.equal(error.kind, "timedOut");
  });
});
