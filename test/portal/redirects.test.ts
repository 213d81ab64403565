import assert from "node:assert/strict";
import { causeOf, causes } from "../../src/core/diagnosis/causes";
import type { RedirectTarget } from "../../src/core/portal/portalError";
import { Emulator } from "../emulator/emulator";
import type { Fault } from "../emulator/faults";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { withRawServer } from "./support/rawServer";

describe("A redirect", () => {
  const suite = portalSuite();
  let other: Emulator;
  before(async () => {
    other = await Emulator.start();
  });
  after(async () => {
    await other.stop();
  });

  async function targetAfter(fault: Fault): Promise<RedirectTarget> {
    suite.emulator.setFault(fault);
    const { error, exchange } = failureOf(await suite.bench.read("chat29"));
    assert.ok(error.kind === "redirected");
    assert.equal(error.status, 302);
    assert.equal(exchange?.status, 302);
    assert.equal(suite.emulator.requests.length, 1, "it was not followed, and not tried again");
    return error.target;
  }

  it("of a renamed portal names the new address, and nothing is sent there", async () => {
    const target = await targetAfter({ name: "redirectRename", to: other.origin });
    const host = other.origin.slice("http://".length);
    assert.deepEqual(target, { kind: "otherHost", host, origin: other.origin, keepsPath: true });
    assert.deepEqual(other.journal, []);
  });

  it("to the same portal is told as such", async () => {
    assert.deepEqual(await targetAfter({ name: "redirectLoop" }), { kind: "samePortal" });
  });

  it("to the same host with another scheme is to another origin of that host", async () => {
    const { host } = suite.bench.webhook;
    const to = `https://${host}`;
    const target = await targetAfter({ name: "redirectRename", to });
    assert.deepEqual(target, { kind: "otherHost", host, origin: to, keepsPath: true });
  });

  it("to plain http is told as such", async () => {
    const host = "portal.bitrix24.example";
    assert.deepEqual(await targetAfter({ name: "redirectHttp" }), { kind: "insecure", host });
  });

  it("to another domain is told by its name", async () => {
    const host = "portal.evil.example";
    assert.deepEqual(await targetAfter({ name: "redirectForeign" }), {
      kind: "otherHost",
      host,
      origin: `https://${host}`,
      keepsPath: true,
    });
  });

  it("of a renamed portal is mended with the same webhook at the new address", async () => {
    const target = await targetAfter({ name: "redirectRename", to: other.origin });
    assert.ok(target.kind === "otherHost");
    const moved = suite.bench.webhook.movedTo(target.origin);
    assert.ok(moved.ok);
    const { dialog } = valueOf(await new PortalBench(moved.value.toStored()).read("chat29"));
    assert.equal(dialog.chatId, 29);
    other.reset();
  });

  it("to a sign-in page is no new address of the portal", async () => {
    await withRawServer(
      (_request, response) => {
        response.writeHead(302, { Location: "https://sso.example/login?next=%2Frest" }).end();
      },
      async (webhook) => {
        const { error } = failureOf(await new PortalBench(webhook).read("chat29"));
        assert.ok(error.kind === "redirected");
        assert.equal(causeOf(error), "redirectElsewhere");
        assert.ok(!causes[causeOf(error)].remedies.includes("adoptAddress"));
      },
    );
  });

  it("stops the check of a webhook too", async () => {
    suite.emulator.setFault({ name: "redirectRename", to: other.origin });
    const { error } = failureOf(await suite.bench.check());
    assert.equal(error.kind, "redirected");
    assert.deepEqual(other.journal, []);
  });

  for (const status of [301, 303, 307, 308]) {
    it(`is not followed with HTTP ${status} either`, async () => {
      await withRawServer(
        (request, response) => {
          response.writeHead(status, { Location: `${other.origin}${request.url ?? ""}` }).end();
        },
        async (webhook) => {
          const { error } = failureOf(await new PortalBench(webhook).read("chat29"));
          assert.ok(error.kind === "redirected");
          assert.deepEqual([error.status, error.target.kind], [status, "otherHost"]);
        },
      );
      assert.deepEqual(other.journal, []);
    });
  }

  for (const location of [undefined, "http://[bad"]) {
    it(`to ${location ?? "no address at all"} leads nowhere`, async () => {
      await withRawServer(
        (request, response) => {
          // As a portal would, with the whole path: it holds the secret.
          const headers =
            location === undefined ? {} : { Location: location + (request.url ?? "") };
          response.writeHead(302, headers).end();
        },
        async (webhook) => {
          const { error } = failureOf(await new PortalBench(webhook).read("chat29"));
          assert.ok(error.kind === "redirected");
          assert.deepEqual(error.target, { kind: "none" });
          assert.equal(causeOf(error), "redirectNowhere");
        },
      );
    });
  }
});
