import assert from "node:assert/strict";
import {
  connectionCauseOf,
  type ConnectionCause,
} from "../../../../src/core/diagnosis/connectionCauses";

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
        assert.equal(connectionCauseOf({ kind: "unreachable", host, code }), cause);
      });
      it(`${code || "without a code"} of a proxy is the proxy's`, () => {
        const error = { kind: "unreachable", host, code, proxy: "proxy.local" } as const;
        assert.equal(connectionCauseOf(error), "proxyUnreachable");
      });
    }
  }
});

describe("A page instead of an answer", () => {
  const pages: readonly [status: number, cause: ConnectionCause][] = [
    [200, "pageSignIn"],
    [404, "pageNotFound"],
    [407, "proxySignIn"],
    [500, "webPage"],
    [502, "pageBusy"],
    [503, "pageBusy"],
    [504, "pageBusy"],
    [403, "webPage"],
    [401, "webPage"],
  ];
  for (const [status, cause] of pages) {
    it(`with HTTP ${status} is ${cause}`, () => {
      const error = { kind: "notJson", host, status, looksLike: "html" } as const;
      assert.equal(connectionCauseOf(error), cause);
    });
  }

  it("is the proxy's with HTTP 407, whatever its body is", () => {
    for (const looksLike of ["empty", "text"] as const) {
      const error = { kind: "notJson", host, status: 407, looksLike } as const;
      assert.equal(connectionCauseOf(error), "proxySignIn");
    }
    const json = {
      kind: "malformed",
      host,
      status: 407,
      path: "result",
      found: "nothing",
    } as const;
    assert.equal(connectionCauseOf(json), "proxySignIn");
  });
});
