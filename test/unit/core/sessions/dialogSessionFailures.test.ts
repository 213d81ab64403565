import assert from "node:assert/strict";
import { chatRef } from "../../../../src/core/dialog/dialogId";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { PendingReads } from "../../support/pendingReads";
import { readingOf } from "../../support/readings";
import { success } from "../../../../src/core/base/result";
import { reportedBugs } from "../../support/reportedBugs";

const host = "portal.example";
const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};

/** After these the former answer is old, not wrong. */
const outages: readonly PortalError[] = [
  { kind: "extensionFault" },
  { kind: "timedOut", host, afterMs: 1 },
  { kind: "unreachable", host, code: "ENOTFOUND" },
  { kind: "interrupted", host, status: 200 },
  { kind: "notJson", host, status: 502, looksLike: "html" },
  { kind: "tooLarge", host, limitBytes: 1 },
  { kind: "redirected", host, status: 302, target: { kind: "none" } },
  { kind: "redirected", host, status: 302, target: { kind: "samePortal" } },
  { kind: "redirected", host, status: 302, target: { kind: "insecure", host } },
  ...[true, false].map((keepsPath): PortalError => {
    const target = { kind: "otherHost", host: "b.example", origin: "https://b.example" } as const;
    return { kind: "redirected", host, status: 302, target: { ...target, keepsPath } };
  }),
  { kind: "malformed", host, status: 200, path: "result", found: "null" },
  refused("QUERY_LIMIT_EXCEEDED", 503),
  refused("QUERY_LIMIT_EXCEEDED", 401),
  refused("OPERATION_TIME_LIMIT", 429),
  refused("OVERLOAD_LIMIT", 503),
  refused("OVERLOAD_LIMIT", 401),
  refused("ERROR_CORE", 400),
  refused("SOMETHING_NEW", 500),
];

/** After these the former answer may not be true any more. */
const verdicts: readonly PortalError[] = [
  refused("ACCESS_ERROR", 403),
  refused("INVALID_CREDENTIALS", 401),
  refused("insufficient_scope", 401),
  refused("DIALOG_ID_EMPTY", 400),
  refused("PORTAL_DELETED", 500),
  refused("PORTAL_DELETED", 403),
  { kind: "webhookNeeded" },
];

function refused(code: string, status: number): PortalError {
  return { kind: "refused", host, status, code, description: "" };
}

function start(): { session: DialogSession; reads: PendingReads } {
  const reads = new PendingReads();
  const parts = { read: reads.read, portal: () => portal };
  return { session: new DialogSession(chatRef(29), parts, false), reads };
}

describe("A session whose refresh fails", () => {
  for (const error of outages) {
    it(`keeps the former answer through ${nameOf(error)}`, async () => {
      const { session, reads } = start();
      const first = readingOf("First");
      await reads.during(session.read(), 0, first);
      await reads.failing(session.read(), 1, error);
      assert.ok(session.state.phase === "failed");
      assert.equal(session.state.failure.error, error);
      assert.equal(session.state.previous, first);
      const again = session.read();
      assert.equal("previous" in session.state && session.state.previous, first);
      reads.answer(2, readingOf("Second"));
      await again;
    });
  }

  for (const error of verdicts) {
    it(`drops the former answer after ${nameOf(error)}`, async () => {
      const { session, reads } = start();
      await reads.during(session.read(), 0, readingOf("First"));
      await reads.failing(session.read(), 1, error);
      assert.ok(session.state.phase === "failed");
      assert.equal(session.state.failure.error, error);
      assert.equal(session.state.previous, undefined);
    });
  }
});

describe("A session whose read throws", () => {
  it("says so instead of reading for ever, keeps the former answer and can read again", async () => {
    let isBroken = true;
    const first = readingOf("First");
    const read = (): Promise<ReturnType<typeof success<typeof first>>> => {
      if (isBroken) throw new TypeError("a broken decoder");
      return Promise.resolve(success(first));
    };
    const session = new DialogSession(chatRef(29), { read, portal: () => portal }, false);
    const bugs = await reportedBugs(() => session.read());
    assert.equal(bugs.length, 1);
    assert.ok(session.state.phase === "failed");
    assert.equal(session.state.failure.diagnosis.cause, "extensionFault");
    isBroken = false;
    await session.read();
    isBroken = true;
    await reportedBugs(() => session.read());
    assert.equal("previous" in session.state && session.state.previous, first);
  });

  it("still shows what the other of two readers was answered", async () => {
    const seen = readingOf("Seen by the bot");
    const session = new DialogSession(
      chatRef(29),
      {
        read: (_portal, _ref, viewer) =>
          viewer.kind === "owner"
            ? Promise.reject(new TypeError("a broken decoder"))
            : Promise.resolve(success(seen)),
        portal: () => portal,
      },
      false,
    );
    session.confirm({ kind: "bot", botId: 25 });
    session.look({ kind: "both", botId: 25 });
    await reportedBugs(() => session.read());
    assert.equal(session.state.phase === "read" && session.state.reading.dialog, seen.dialog);
  });
});

function nameOf(error: PortalError): string {
  return error.kind === "refused" ? `${error.code} with ${error.status}` : error.kind;
}
