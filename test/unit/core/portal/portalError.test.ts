import assert from "node:assert/strict";
import { hasCode, type PortalError } from "../../../../src/core/portal/portalError";
import { isNoAnswer } from "../../../../src/core/diagnosis/causes";

const host = "portal.example";

function refused(code: string, status = 401): PortalError {
  return { kind: "refused", host, status, code, description: "" };
}

describe("A portal's error code", () => {
  it("is compared in any case", () => {
    assert.ok(hasCode(refused("Insufficient_Scope"), "OTHER", "insufficient_scope"));
    assert.ok(!hasCode(refused("insufficient_scope"), "ACCESS_DENIED"));
    assert.ok(!hasCode({ kind: "cancelled" }, ""));
  });
});

describe("Whether a webhook may be saved unchecked", () => {
  const yes: readonly PortalError[] = [
    { kind: "timedOut", host, afterMs: 1 },
    { kind: "unreachable", host, code: "ENOTFOUND" },
    { kind: "interrupted", host, status: 200 },
    { kind: "tooLarge", host, limitBytes: 1 },
    { kind: "notJson", host, status: 502, looksLike: "html" },
    { kind: "redirected", host, status: 302, target: { kind: "none" } },
    { kind: "malformed", host, status: 200, path: "result", found: "null" },
    refused("QUERY_LIMIT_EXCEEDED", 503),
    refused("QUERY_LIMIT_EXCEEDED", 401),
    refused("OVERLOAD_LIMIT", 503),
    refused("OVERLOAD_LIMIT", 401),
    refused("OPERATION_TIME_LIMIT", 429),
    refused("INTERNAL_SERVER_ERROR", 500),
    refused("ERROR_CORE", 400),
    refused("SOMETHING_NEW", 500),
  ];
  for (const error of yes) {
    it(`yes, the portal said nothing of it: ${nameOf(error)}`, () => {
      assert.equal(isNoAnswer(error), true);
    });
  }

  const no: readonly PortalError[] = [
    { kind: "cancelled" },
    { kind: "webhookNeeded" },
    refused("INVALID_CREDENTIALS"),
    refused("NO_AUTH_FOUND"),
    refused("ACCESS_DENIED", 403),
    refused("PORTAL_DELETED", 403),
    refused("PORTAL_DELETED", 500),
    refused("SOMETHING_NEW", 400),
  ];
  for (const error of no) {
    it(`no, the portal spoke: ${nameOf(error)}`, () => {
      assert.equal(isNoAnswer(error), false);
    });
  }
});

function nameOf(error: PortalError): string {
  return error.kind === "refused" ? `${error.code} with ${error.status}` : error.kind;
}
