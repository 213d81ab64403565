import assert from "node:assert/strict";
import type { AccessReading } from "../../../../src/core/reads/accessReader";
import { ReportSession } from "../../../../src/core/sessions/reportSession";
import type { PortalFailure } from "../../../../src/core/portal/portalCaller";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { failure, success, type Result } from "../../../../src/core/base/result";
import type { Webhook } from "../../../../src/core/portal/webhook";
import { reportOf } from "../../support/accessReports";
import { settled } from "../../support/fakeClock";
import { webhookIn } from "../../support/webhooks";

type Outcome = Result<AccessReading, PortalFailure>;

interface PendingCheck {
  readonly signal: AbortSignal;
  readonly settle: (outcome: Outcome) => void;
}

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};
const host = "portal.example";

const exchange = {
  method: "batch",
  host,
  status: 200,
  durationMs: 12,
  params: {},
  finishedAtMs: 0,
  time: undefined,
  body: "{}",
} as const;
const first: AccessReading = { report: reportOf(), exchange };
const second: AccessReading = { report: reportOf({ scope: success(["im"]) }), exchange };

describe("A check of access", () => {
  let asked: PendingCheck[];
  let record: PortalRecord | undefined;
  let webhook: Webhook | undefined;
  let session: ReportSession<AccessReading>;

  beforeEach(() => {
    asked = [];
    record = portal;
    webhook = webhookIn();
    session = new ReportSession({
      read: (_portal, signal) =>
        new Promise((settle) => {
          asked.push({ signal, settle });
        }),
      portal: () => record,
      webhook: () => Promise.resolve(webhook),
    });
  });

  const check = (index: number): PendingCheck => {
    const pending = asked[index];
    assert.ok(pending !== undefined, `there is no check number ${index}`);
    return pending;
  };
  const phase = (): string => session.state.phase;
  const during = async (outcome: Outcome): Promise<void> => {
    const done = session.read();
    check(asked.length - 1).settle(outcome);
    await done;
  };
  const failed = (error: PortalError): Outcome => failure({ error, exchange: undefined });

  it("shows what was read, also while it is asked anew", async () => {
    assert.deepEqual(session.state, { phase: "reading", previous: undefined });
    await during(success(first));
    assert.deepEqual(session.state, { phase: "read", reading: first });
    void session.read();
    assert.deepEqual(session.state, { phase: "reading", previous: first });
  });

  it("takes only the newest answer", async () => {
    const older = session.read();
    const newer = session.read();
    assert.equal(check(0).signal.aborted, true);
    check(1).settle(success(second));
    await newer;
    check(0).settle(success(first));
    await older;
    assert.deepEqual(session.state, { phase: "read", reading: second });
  });

  it("keeps the old answer when none came, and drops it when the portal refused", async () => {
    await during(success(first));
    for (const error of [
      { kind: "timedOut", host, afterMs: 1 },
      { kind: "redirected", host, status: 302, target: { kind: "none" } },
      { kind: "malformed", host, status: 200, path: "result", found: "null" },
    ] as const satisfies readonly PortalError[]) {
      await during(failed(error));
      assert.equal(phase(), "failed");
      assert.equal(session.reading, first);
    }
    const refused = { kind: "refused", host, status: 401, code: "INVALID_CREDENTIALS" } as const;
    await during(failed({ ...refused, description: "" }));
    assert.equal(session.reading, undefined);
    assert.ok(session.state.phase === "failed");
    assert.equal(session.state.failure.diagnosis.cause, "webhookRejected");
  });

  it("can be given up, and says so", async () => {
    const done = session.read();
    session.cancel();
    assert.equal(check(0).signal.aborted, true);
    check(0).settle(failed({ kind: "cancelled" }));
    await done;
    assert.deepEqual(session.state, { phase: "stopped", previous: undefined });
  });

  it("asks about another webhook at once, and forgets what was said of the old one", async () => {
    await during(success(first));
    webhook = webhookIn(`https://portal.example/rest/1/0therSentinel777/`);
    // Two stores change when a webhook is replaced, and each tells.
    const following = [session.follow(), session.follow()];
    await settled();
    assert.equal(asked.length, 2);
    assert.deepEqual(session.state, { phase: "reading", previous: undefined });
    check(1).settle(success(second));
    await Promise.all(following);
    assert.equal(session.reading, second);
  });

  it("asks when there is a webhook again", async () => {
    webhook = undefined;
    await during(failed({ kind: "webhookNeeded" }));
    await session.follow();
    assert.equal(asked.length, 1);
    webhook = webhookIn();
    void session.follow();
    await settled();
    assert.equal(asked.length, 2);
  });

  it("asks nothing for other changes, nor before it was asked for", async () => {
    await session.follow();
    assert.equal(asked.length, 0);
    await during(success(first));
    await session.follow();
    assert.equal(asked.length, 1);
  });

  it("asks nothing of a portal that was removed", async () => {
    record = undefined;
    await session.read();
    assert.equal(asked.length, 0);
    assert.equal(phase(), "failed");
  });

  it("ends with its panel", async () => {
    const done = session.read();
    let changes = 0;
    session.onDidChange(() => {
      changes += 1;
    });
    session.dispose();
    assert.equal(check(0).signal.aborted, true);
    check(0).settle(failed({ kind: "cancelled" }));
    await done;
    await session.read();
    assert.deepEqual([changes, asked.length], [0, 1]);
  });
});
