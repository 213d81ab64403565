import assert from "node:assert/strict";
import { causeOf, type Cause } from "../../../../src/core/diagnosis/causes";

const host = "portal.example";

/** Node's names, by what they mean. */
const codes: Readonly<Record<string, readonly string[]>> = {
  hostNotFound: ["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL"],
  connectionRefused: ["ECONNREFUSED"],
  connectionLost: ["ECONNRESET", "ECONNABORTED", "EPIPE"],
  certificateUntrusted: [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "CERT_UNTRUSTED",
  ],
  certificateExpired: ["CERT_HAS_EXPIRED"],
  certificateNotYetValid: ["CERT_NOT_YET_VALID"],
  certificateOfOtherHost: ["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"],
  certificateInvalid: [
    "CERT_REVOKED",
    "CERT_REJECTED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_CHAIN_TOO_LONG",
    "ERROR_IN_CERT_NOT_AFTER_FIELD",
    "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    "UNABLE_TO_GET_CRL",
    "CRL_HAS_EXPIRED",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
  ],
  secureConnectionFailed: [
    "EPROTO",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
    "ERR_TLS_HANDSHAKE_TIMEOUT",
  ],
  unreachable: ["ENETUNREACH", "EHOSTUNREACH", "ETIMEDOUT", "UNKNOWN", ""],
};

describe("A failure of the network", () => {
  for (const [cause, names] of Object.entries(codes)) {
    for (const code of names) {
      it(`${code || "without a code"} is ${cause}`, () => {
        assert.equal(causeOf({ kind: "unreachable", host, code }), cause);
      });
      it(`${code || "without a code"} of a proxy is the proxy's`, () => {
        const error = { kind: "unreachable", host, code, proxy: "proxy.local" } as const;
        assert.equal(causeOf(error), "proxyUnreachable");
      });
    }
  }
});

describe("A page instead of an answer", () => {
  const pages: readonly [status: number, cause: Cause][] = [
    [200, "pageSignIn"],
    [404, "pageNotFound"],
    [407, "proxySignIn"],
    [429, "rateLimited"],
    [500, "serverFailed"],
    [501, "serverFailed"],
    [502, "serverBusy"],
    [503, "serverBusy"],
    [504, "serverBusy"],
    [508, "serverFailed"],
    [511, "pageSignIn"],
    [520, "serverBusy"],
    [522, "serverBusy"],
    [525, "serverFailed"],
    [526, "serverFailed"],
    [530, "serverFailed"],
    [403, "webPage"],
    [401, "webPage"],
  ];
  for (const [status, cause] of pages) {
    it(`with HTTP ${status} is ${cause}`, () => {
      const error = { kind: "notJson", host, status, looksLike: "html" } as const;
      assert.equal(causeOf(error), cause);
    });
  }

  it("of Bitrix24's cloud says that it knows no such portal, where it refuses or finds nothing", () => {
    const causes = (of: string, ...statuses: readonly number[]) =>
      statuses.map((status) => causeOf({ kind: "notJson", host: of, status, looksLike: "html" }));
    for (const of of ["example.bitrix24.com", "example.bitrix24.com.br", "example.bitrix24.ru"]) {
      assert.deepEqual(causes(of, 403, 404), ["noSuchPortal", "noSuchPortal"], of);
      assert.deepEqual(causes(of, 401, 503), ["webPage", "serverBusy"], of);
    }
    for (const of of ["bitrix24.com", "crm.bitrix24.example", "bitrix24.com.evil.example"]) {
      assert.deepEqual(causes(of, 403, 404), ["webPage", "pageNotFound"], of);
    }
  });

  it("may be a line of text, where the status says that something went wrong", () => {
    const causes = (["line", "text"] as const).map((looksLike) =>
      [200, 403, 404].map((status) => causeOf({ kind: "notJson", host, status, looksLike })),
    );
    assert.deepEqual(causes, [
      ["notJson", "webPage", "pageNotFound"],
      ["notJson", "notJson", "notJson"],
    ]);
    const inCloud = { kind: "notJson", host: "example.bitrix24.com", looksLike: "line" } as const;
    const ofCloud = [403, 404].map((status) => causeOf({ ...inCloud, status }));
    assert.deepEqual(ofCloud, ["webPage", "pageNotFound"], "which the cloud never sends");
  });

  it("counts by its status before anything is made of its form", () => {
    const json = { kind: "malformed", host, status: 503, path: "", found: "string" } as const;
    assert.equal(causeOf(json), "serverBusy");
    for (const looksLike of ["html", "text", "empty"] as const) {
      assert.equal(causeOf({ kind: "notJson", host, status: 503, looksLike }), "serverBusy");
      assert.equal(causeOf({ kind: "notJson", host, status: 500, looksLike }), "serverFailed");
    }
  });

  it("is the proxy's with HTTP 407, whatever its body is", () => {
    for (const looksLike of ["empty", "text"] as const) {
      const error = { kind: "notJson", host, status: 407, looksLike } as const;
      assert.equal(causeOf(error), "proxySignIn");
    }
    const json = {
      kind: "malformed",
      host,
      status: 407,
      path: "result",
      found: "nothing",
    } as const;
    assert.equal(causeOf(json), "proxySignIn");
  });
});
