import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { causeOf } from "../../src/core/diagnosis/causes";
import { replyLimitBytes } from "../../src/core/portal/portalClient";
import type { PortalError } from "../../src/core/portal/portalError";
import { Emulator } from "../emulator/emulator";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { withRawServer } from "./support/rawServer";
import { until } from "./support/until";

function causeIn(error: PortalError): string {
  return error.kind === "cancelled" ? "" : causeOf(error);
}

describe("A connection that fails", () => {
  const suite = portalSuite();

  it("before any reply has the system's code and no status", async () => {
    suite.emulator.setFault({ name: "reset" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    const { host } = suite.bench.webhook;
    assert.deepEqual(error, { kind: "unreachable", host, code: "ECONNRESET" });
    assert.equal(exchange?.status, undefined);
    assert.equal(exchange?.body, undefined);
    assert.equal(causeIn(error), "connectionLost");
  });

  it("within the reply has its status, and nothing of its half is shown", async () => {
    suite.emulator.setFault({ name: "truncate", cut: "connection" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    const { host } = suite.bench.webhook;
    assert.deepEqual(error, { kind: "interrupted", host, status: 200 });
    assert.equal(exchange?.status, 200);
    assert.equal(exchange.body, undefined);
  });

  it("because nobody listens is refused", async () => {
    const gone = await Emulator.start();
    const bench = new PortalBench(gone.webhook());
    await gone.stop();
    const { error } = failureOf(await bench.read("chat29"));
    assert.deepEqual(error, {
      kind: "unreachable",
      host: bench.webhook.host,
      code: "ECONNREFUSED",
    });
    assert.equal(causeIn(error), "connectionRefused");
    assert.deepEqual(
      bench.notes.map(({ outcome, status }) => [outcome, status]),
      [["unreachable", undefined]],
    );
  });

  it("because the reply is packed wrongly is interrupted", async () => {
    await withRawServer(
      (_request, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" });
        response.end("this is no gzip");
      },
      async (webhook) => {
        const { error } = failureOf(await new PortalBench(webhook).read("chat29"));
        assert.equal(error.kind, "interrupted");
      },
    );
  });
});

describe("A time-out", () => {
  const suite = portalSuite();

  it("ends a call that is never answered, and closes its connection", async () => {
    suite.emulator.setFault({ name: "hang" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29", { timeoutMs: 60 }));
    const { host } = suite.bench.webhook;
    assert.deepEqual(error, { kind: "timedOut", host, afterMs: 60 });
    assert.equal(exchange?.status, undefined);
    await until(() => suite.emulator.journal[0]?.wasAborted === true);
    assert.equal(suite.emulator.requests.length, 1);
  });

  it("ends a reply that drips, and closes its connection", async () => {
    suite.emulator.setFault({ name: "slowDrip", intervalMs: 10 });
    const { error } = failureOf(await suite.bench.read("chat29", { timeoutMs: 100 }));
    assert.equal(error.kind, "timedOut");
    await until(() => suite.emulator.journal[0]?.wasAborted === true);
  });

  it("does not end a reply that is late but in time", async () => {
    suite.emulator.setFault({ name: "latency", ms: 60 });
    const { answer } = valueOf(await suite.bench.read("chat29"));
    assert.ok(answer.exchange.durationMs >= 55);
  });
});

describe("A reply beyond the limit", () => {
  it("is given up, though it is packed small, and its connection is closed", async () => {
    let wasClosed = false;
    const packed = gzipSync(Buffer.alloc(replyLimitBytes + 1, 32));
    await withRawServer(
      (request, response) => {
        request.socket.once("close", () => (wasClosed = true));
        response.writeHead(200, { "Content-Encoding": "gzip" });
        response.write(packed); // and no end: the client must not wait for one
      },
      async (webhook) => {
        const bench = new PortalBench(webhook);
        const { error, exchange } = failureOf(await bench.read("chat29"));
        const { host } = bench.webhook;
        assert.deepEqual(error, { kind: "tooLarge", host, limitBytes: replyLimitBytes });
        assert.deepEqual([exchange?.status, exchange?.body], [200, undefined]);
        await until(() => wasClosed);
      },
    );
  });

  it("counts bytes of the whole: one at the limit is read", async () => {
    const reply = '{"result":{"id":29}}'.padEnd(replyLimitBytes, " ");
    await withRawServer(
      (_request, response) => {
        response.end(reply);
      },
      async (webhook) => {
        const { dialog } = valueOf(await new PortalBench(webhook).read("chat29"));
        assert.equal(dialog.chatId, 29);
      },
    );
  });
});
