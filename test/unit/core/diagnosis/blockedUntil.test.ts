import assert from "node:assert/strict";
import { blockedUntilMs } from "../../../../src/core/diagnosis/blockedUntil";
import type { PortalFailure } from "../../../../src/core/portal/portalCaller";

function refusedAt(code: string, finishedAtMs: number): PortalFailure {
  const host = "portal.example";
  return {
    error: { kind: "refused", host, status: 429, code, description: "" },
    exchange: {
      method: "im.recent.list",
      host,
      status: 429,
      durationMs: 1,
      params: {},
      finishedAtMs,
      time: undefined,
      body: "",
    },
  };
}

describe("The end of a block", () => {
  it("comes ten minutes after the refusal for execution time, at the latest", () => {
    assert.equal(blockedUntilMs(refusedAt("OPERATION_TIME_LIMIT", 1_000)), 601_000);
  });

  it("is unknown for every other failure", () => {
    assert.equal(blockedUntilMs(refusedAt("OVERLOAD_LIMIT", 1_000)), undefined);
    assert.equal(
      blockedUntilMs({ error: { kind: "webhookNeeded" }, exchange: undefined }),
      undefined,
    );
  });
});
