import assert from "node:assert/strict";
import { Agent as HttpsAgent, globalAgent } from "node:https";
import https from "node:https";
import { connect } from "node:net";
import { causeOf, type Cause } from "../../src/core/diagnosis/causes";
import type { PortalError } from "../../src/core/portal/portalError";
import { throwAwayCertificate, type CertificateOptions } from "../emulator/certificate";
import { Emulator } from "../emulator/emulator";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";

function causeIn(error: PortalError): Cause | undefined {
  return error.kind === "cancelled" ? undefined : causeOf(error);
}

/** A portal over TLS, on a computer that trusts its certificate's authority or does not. */
async function withTlsPortal(
  options: CertificateOptions & { readonly isTrusted: boolean },
  test: (bench: PortalBench) => Promise<void>,
): Promise<Emulator> {
  const certificate = await throwAwayCertificate(options);
  const portal = await Emulator.start({ https: certificate });
  const { ca } = globalAgent.options;
  if (options.isTrusted) globalAgent.options.ca = certificate.cert;
  try {
    await test(new PortalBench(portal.webhook()));
  } finally {
    globalAgent.options.ca = ca;
    await portal.stop();
  }
  return portal;
}

describe("A certificate", () => {
  it("that the computer trusts is no hindrance", async () => {
    await withTlsPortal({ isTrusted: true }, async (bench) => {
      assert.equal(valueOf(await bench.read("chat29")).dialog.chatId, 29);
    });
  });

  const refused: readonly [what: string, options: CertificateOptions, trusted: boolean, Cause][] = [
    ["signed by itself", {}, false, "certificateUntrusted"],
    ["that has expired", { validFrom: -30, validTo: -1 }, true, "certificateExpired"],
    ["of tomorrow", { validFrom: 1, validTo: 30 }, true, "certificateNotYetValid"],
    ["of another host", { ip: "127.0.0.2" }, true, "certificateOfOtherHost"],
  ];
  for (const [what, options, isTrusted, cause] of refused) {
    it(`${what} is told for what it is, and nothing is sent`, async () => {
      const portal = await withTlsPortal({ ...options, isTrusted }, async (bench) => {
        const { error, exchange } = failureOf(await bench.read("chat29"));
        assert.equal(causeIn(error), cause, JSON.stringify(error));
        assert.equal(exchange?.status, undefined);
      });
      assert.deepEqual(portal.requests, []);
    });
  }

  it("cannot come from a server that speaks no https", async () => {
    const plain = await Emulator.start();
    try {
      const webhook = plain.webhook().replace("http:", "https:");
      const { error } = failureOf(await new PortalBench(webhook).read("chat29"));
      assert.equal(causeIn(error), "secureConnectionFailed", JSON.stringify(error));
    } finally {
      await plain.stop();
    }
  });
});

/** As VS Code's proxy support does it: every connection goes to the proxy, whatever the address says. */
class ProxyAgent extends HttpsAgent {
  constructor(private readonly proxy: { readonly host: string; readonly port: number }) {
    super();
  }

  override createConnection(): ReturnType<typeof connect> {
    return connect(this.proxy);
  }
}

async function closedPort(): Promise<number> {
  const gone = await Emulator.start();
  await gone.stop();
  return Number(new URL(gone.origin).port);
}

describe("A proxy that cannot be reached", () => {
  const portal = "https://portal.example/rest/1/proxied0secret01/";
  const direct = https.globalAgent;
  afterEach(() => {
    https.globalAgent = direct;
  });

  it("because nobody listens is named with its port, not the portal", async () => {
    const port = await closedPort();
    https.globalAgent = new ProxyAgent({ host: "127.0.0.1", port });
    const { error } = failureOf(await new PortalBench(portal).read("chat29"));
    assert.deepEqual(error, {
      kind: "unreachable",
      host: "portal.example",
      code: "ECONNREFUSED",
      proxy: `127.0.0.1:${port}`,
    });
    assert.equal(causeIn(error), "proxyUnreachable");
  });

  it("because nobody knows its name is named too", async () => {
    https.globalAgent = new ProxyAgent({ host: "proxy.invalid", port: 3128 });
    const { error } = failureOf(await new PortalBench(portal).read("chat29"));
    assert.ok(error.kind === "unreachable");
    assert.equal(error.proxy, "proxy.invalid");
    assert.equal(causeIn(error), "proxyUnreachable");
  });
});

describe("A portal whose name nobody knows", () => {
  it("is not taken for a proxy", async () => {
    const bench = new PortalBench("https://portal.invalid/rest/1/unknown0secret01/");
    const { error } = failureOf(await bench.read("chat29"));
    assert.ok(error.kind === "unreachable");
    assert.equal(error.proxy, undefined);
    assert.equal(causeIn(error), "hostNotFound");
  });
});
