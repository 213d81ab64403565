import assert from "node:assert/strict";
import type { PortalError } from "../../../../src/core/portal/portalError";
import { retryDelayMs } from "../../../../src/core/portal/retry";

const host = "portal.example";

function refused(code: string, status: number): PortalError {
  return { kind: "refused", host, status, code, description: "" };
}

describe("Another try of a read", () => {
  const once: readonly PortalError[] = [
    { kind: "interrupted", host, status: 200 },
    { kind: "unreachable", host, code: "ECONNRESET" },
    { kind: "notJson", host, status: 502, looksLike: "html" },
    refused("ERROR_CORE", 400),
    refused("INTERNAL_SERVER_ERROR", 500),
    refused("SOMETHING_NEW", 500),
  ];
  for (const error of once) {
    it(`is made once after ${nameOf(error)}`, () => {
      assert.ok((retryDelayMs(error, 0) ?? 0) > 0);
      assert.equal(retryDelayMs(error, 1), undefined);
    });
  }

  const never: readonly PortalError[] = [
    { kind: "cancelled" },
    { kind: "webhookNeeded" },
    { kind: "timedOut", host, afterMs: 1 },
    { kind: "unreachable", host, code: "ECONNREFUSED" },
    { kind: "unreachable", host, code: "ENOTFOUND" },
    { kind: "unreachable", host, code: "CERT_HAS_EXPIRED" },
    { kind: "tooLarge", host, limitBytes: 1 },
    { kind: "redirected", host, status: 302, target: { kind: "samePortal" } },
    { kind: "notJson", host, status: 200, looksLike: "html" },
    { kind: "malformed", host, status: 500, path: "", found: "null" },
    refused("OVERLOAD_LIMIT", 503),
    refused("OVERLOAD_LIMIT", 401),
    refused("OPERATION_TIME_LIMIT", 429),
    refused("PORTAL_DELETED", 500),
    refused("INVALID_CREDENTIALS", 401),
    refused("insufficient_scope", 403),
    refused("ACCESS_ERROR", 403),
    refused("DIALOG_ID_EMPTY", 400),
  ];
  for (const error of never) {
    it(`is not made after ${nameOf(error)}`, () => {
      assert.equal(retryDelayMs(error, 0), undefined);
    });
  }

  it("is made a few times, after longer and longer waits, while the portal is too busy", () => {
    for (const status of [503, 401]) {
      const error = refused("query_limit_exceeded", status);
      const waits = Array.from({ length: 20 }, (_, retries) => retryDelayMs(error, retries));
      const made = waits.filter((ms) => ms !== undefined);
      assert.ok(made.length > 10 && made.length < 20);
      assert.deepEqual(waits.slice(made.length), Array(20 - made.length).fill(undefined));
      for (const [index, ms] of made.entries()) assert.ok(ms >= (made[index - 1] ?? 0));
      assert.ok((made[0] ?? 0) < (made.at(-1) ?? 0), "growing");
      const wholeMs = made.reduce((sum, ms) => sum + ms, 0);
      assert.ok(wholeMs < 60_000, "nobody waits for minutes");
    }
  });

  it("comes back at another time than others that were refused with it", () => {
    const error = refused("QUERY_LIMIT_EXCEEDED", 503);
    const times = [0, 0.25, 0.5, 1].map((chance) => retryDelayMs(error, 0, chance));
    assert.deepEqual(times, [500, 750, 1_000, 1_500]);
  });
});

function nameOf(error: PortalError): string {
  if (error.kind === "refused") return `${error.code} with ${error.status}`;
  return error.kind === "unreachable" ? error.code : error.kind;
}
