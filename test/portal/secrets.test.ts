import assert from "node:assert/strict";
import { inspect } from "node:util";
import { NodeFetchTransport } from "../../src/platform/node/nodeFetchTransport";
import { PortalBench, failureOf, userAgent, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { withRawServer } from "./support/rawServer";

// Every call of the bench is searched for the secret; here are the replies that try to carry it out.
describe("The secret that a portal sends back", () => {
  const suite = portalSuite();

  it("is taken out of a long description and of its raw reply", async () => {
    suite.emulator.setFault({ name: "longDescription" });
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    assert.ok(error.kind === "refused");
    assert.ok(error.description.startsWith("<script>alert(1)</script> at /rest/1/***/"));
    assert.ok(error.description.length <= 1_000);
    assert.ok((exchange?.body ?? "").includes("\\/rest\\/1\\/***\\/"));
  });

  const replies: readonly [name: string, reply: (url: string, secret: string) => string][] = [
    ["a page", (url) => `<html>${url}</html>`],
    ["an error's code", (_url, secret) => `{"error":"${secret}","error_description":"${secret}"}`],
    ["an error's text", (url) => `{"error":"X","error_description":"no method at ${url}"}`],
    ["a wrong shape", (url) => `"${url}"`],
    ["a dialog's fields", (url) => `{"result":{"id":29,"name":"${url}","description":"${url}"}}`],
    ["a dialog's keys", (_url, secret) => `{"result":{"id":29,"${secret}":{"${secret}":1}}}`],
    ["an echoed id", (_url, secret) => `{"result":{"id":29,"dialog_id":"${secret}"}}`],
    ["an avatar", (url) => `{"result":{"id":29,"avatar":"https://h.example${url}"}}`],
  ];
  for (const [name, reply] of replies) {
    it(`is taken out of ${name}`, async () => {
      await withRawServer(
        (request, response) => {
          const url = request.url ?? "";
          response.end(reply(url, url.split("/")[3] ?? ""));
        },
        async (webhook) => {
          const outcome = await new PortalBench(webhook).read("chat29");
          assert.ok(inspect(outcome, { depth: 9 }).includes("***"));
        },
      );
    });
  }

  it("is taken out with the bots' tokens, which the call did not carry", async () => {
    const token = "0bot0token0sentinel";
    await withRawServer(
      (request, response) => {
        response.end(`{"result":{"id":29,"${token}":"${token} at ${request.url ?? ""}"}}`);
      },
      async (webhook) => {
        const shown = inspect(await new PortalBench(webhook, token).read("chat29"), { depth: 9 });
        assert.ok(shown.includes("*** at /rest/") && !shown.includes(token));
      },
    );
  });

  it("does not change what else a reply says", async () => {
    const { dialog } = valueOf(await suite.bench.read("chat29"));
    assert.equal(dialog.title, "Delivery bot pilot");
  });
});

describe("Errors of the network library", () => {
  const secret = "raw0server0secret";
  const send = (url: string) =>
    new NodeFetchTransport(userAgent).send(
      { url, body: "{}", timeoutMs: 5_000, limitBytes: 1_000 },
      new AbortController().signal,
    );

  it("never come with their text, which holds the whole address", async () => {
    for (const [url, code, peer] of [
      // Where nobody answered is told: it may be a proxy.
      [`http://127.0.0.1:1/rest/1/${secret}/scope`, "ECONNREFUSED", "127.0.0.1:1"],
      [`http://user:pass@127.0.0.1:1/rest/1/${secret}/scope`, "UNKNOWN"],
      [`ftp://h.example/rest/1/${secret}/scope`, "UNKNOWN"],
      [`no address at all ${secret}`, "ERR_INVALID_URL"],
    ] as const) {
      const error = { kind: "unreachable", code, ...(peer === undefined ? {} : { peer }) };
      assert.deepEqual(await send(url), { ok: false, error });
    }
  });

  it("never come with their text within a reply either", async () => {
    await withRawServer(
      (_request, response) => {
        response.writeHead(200, { "Content-Length": 100 });
        response.write("half", () => response.destroy());
      },
      async (webhook) => {
        const outcome = await send(`${webhook}scope`);
        assert.ok(!outcome.ok && outcome.error.kind === "interrupted");
        assert.deepEqual(Object.keys(outcome.error), ["kind", "status", "code"]);
        assert.match(outcome.error.code, /^[A-Z_]+$/);
      },
    );
  });
});
