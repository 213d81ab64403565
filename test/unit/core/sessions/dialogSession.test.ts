import assert from "node:assert/strict";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { ownerViewer } from "../../../../src/core/dialog/viewer";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { PendingReads } from "../../support/pendingReads";
import { readingOf } from "../../support/readings";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};

const noAccess: PortalError = {
  kind: "refused",
  host: "portal.example",
  status: 403,
  code: "ACCESS_ERROR",
  description: "",
};

describe("The session of one dialog", () => {
  let reads: PendingReads;
  let current: PortalRecord | undefined;
  let phases: string[];
  beforeEach(() => {
    reads = new PendingReads();
    current = portal;
    phases = [];
  });

  function start(dialogId = "chat29", isConfirmed = false): DialogSession {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const session = new DialogSession(
      ref,
      { read: reads.read, portal: () => current },
      isConfirmed,
    );
    session.onDidChange(({ phase }) => phases.push(phase));
    return session;
  }

  it("reads the dialog of its portal", async () => {
    const session = start();
    const done = session.read();
    assert.deepEqual(session.state, { phase: "reading", previous: undefined });
    assert.equal(reads.asked[0]?.portal, portal);
    assert.equal(reads.asked[0].ref.dialogId, "chat29");
    const reading = readingOf("First");
    reads.answer(0, reading);
    await done;
    assert.deepEqual(session.state, { phase: "read", reading });
    assert.deepEqual(phases, ["reading", "read"]);
  });

  it("is not read twice by who would be content with the read that is on its way", async () => {
    const session = start();
    const both = Promise.all([session.readUnlessReading(), session.readUnlessReading()]);
    assert.equal(reads.asked.length, 1);
    reads.answer(0, readingOf("First"));
    await both;
    assert.deepEqual(phases, ["reading", "read"]);
    const again = session.readUnlessReading();
    assert.equal(reads.asked.length, 2);
    await reads.during(again, 1, readingOf("Second"));
  });

  it("is read anew for other eyes, whatever is on its way", async () => {
    const session = start();
    const first = session.readUnlessReading();
    session.confirm({ kind: "bot", botId: 39 });
    session.look({ kind: "bot", botId: 39 });
    const second = session.readUnlessReading();
    assert.equal(reads.asked.length, 2);
    reads.answer(0, readingOf("First"));
    reads.answer(1, readingOf("Second"));
    await Promise.all([first, second]);
    assert.deepEqual(phases, ["reading", "reading", "read"]);
  });

  it("keeps the former answer while it reads again, and then shows the new one", async () => {
    const session = start();
    const first = readingOf("First");
    await reads.during(session.read(), 0, first);
    const done = session.read();
    assert.deepEqual(session.state, { phase: "reading", previous: first });
    const second = readingOf("Second");
    reads.answer(1, second);
    await done;
    assert.deepEqual(session.state, { phase: "read", reading: second });
  });

  it("cancels an older request for a newer one, whichever answers first", async () => {
    const session = start();
    const older = session.read();
    const newer = session.read();
    assert.equal(reads.asked[0]?.signal.aborted, true);
    assert.equal(reads.asked[1]?.signal.aborted, false);
    const reading = readingOf("Newer");
    reads.answer(1, reading);
    await newer;
    reads.answer(0, readingOf("Older"));
    await older;
    assert.deepEqual(session.state, { phase: "read", reading });
    assert.deepEqual(phases, ["reading", "reading", "read"]);
  });

  it("shows nothing of an older request that answers while the newer one runs", async () => {
    const session = start();
    const older = session.read();
    const newer = session.read();
    reads.fail(0, { kind: "cancelled" });
    await older;
    assert.equal(session.state.phase, "reading");
    reads.answer(1, readingOf("Newer"));
    await newer;
    assert.equal(session.state.phase, "read");
  });

  it("stops when it is told, and keeps the former answer", async () => {
    const session = start();
    const first = readingOf("First");
    await reads.during(session.read(), 0, first);
    const done = session.read();
    session.cancel();
    assert.equal(reads.asked[1]?.signal.aborted, true);
    reads.fail(1, { kind: "cancelled" });
    await done;
    assert.deepEqual(session.state, { phase: "stopped", previous: first });
  });

  it("stops before the first answer with none, and can be read again", async () => {
    const session = start();
    const done = session.read();
    session.cancel();
    reads.fail(0, { kind: "cancelled" });
    await done;
    assert.deepEqual(session.state, { phase: "stopped", previous: undefined });
    await reads.during(session.read(), 1, readingOf("Later"));
    assert.equal(session.state.phase, "read");
  });

  it("has nothing to cancel when nothing runs", async () => {
    const session = start();
    session.cancel();
    await reads.during(session.read(), 0, readingOf("First"));
    session.cancel();
    assert.equal(session.state.phase, "read");
  });

  it("diagnoses a failure for the id that was asked", async () => {
    const session = start("29", true);
    await reads.failing(session.read(), 0, noAccess);
    assert.ok(session.state.phase === "failed");
    assert.equal(session.state.failure.diagnosis.cause, "noAccessOrNoChat");
    assert.equal(session.state.failure.diagnosis.remedies[0], "inspectAsChat");
  });

  it("asks for a webhook when the portal is gone, without a request", async () => {
    const session = start();
    current = undefined;
    await session.read();
    assert.ok(session.state.phase === "failed");
    assert.equal(session.state.failure.diagnosis.cause, "webhookNeeded");
    assert.equal(reads.asked.length, 0);
  });

  it("reads with the portal as it is at that time", async () => {
    const session = start();
    await reads.during(session.read(), 0, readingOf("First"));
    current = { ...portal, scopes: ["im"] };
    await reads.during(session.read(), 1, readingOf("Second"));
    assert.equal(reads.asked[1]?.portal, current);
  });

  describe("of an id whose read may change the portal", () => {
    for (const [dialogId, effect] of [
      ["5", "createsPrivateChat"],
      ["sg12", "createsWorkgroupChat"],
      ["crm|DEAL|88", "joinsCrmChat"],
    ] as const) {
      it(`reads ${dialogId} only after it was confirmed`, async () => {
        const session = start(dialogId);
        assert.deepEqual(session.state, { phase: "unconfirmed", viewer: ownerViewer, effect });
        await session.read();
        await session.read();
        assert.equal(reads.asked.length, 0);
        assert.deepEqual(phases, []);
        session.confirm();
        await reads.during(session.read(), 0, readingOf("Confirmed"));
        assert.equal(session.state.phase, "read");
      });
    }

    it("reads at once when it was confirmed before", async () => {
      const session = start("5", true);
      assert.equal(session.state.phase, "reading");
      await reads.during(session.read(), 0, readingOf("Private"));
      assert.equal(session.state.phase, "read");
    });
  });

  describe("that is disposed of", () => {
    it("gives up its request and tells nothing more", async () => {
      const session = start();
      const done = session.read();
      phases.length = 0;
      session.dispose();
      assert.equal(reads.asked[0]?.signal.aborted, true);
      reads.answer(0, readingOf("Late"));
      await done;
      assert.deepEqual(phases, []);
      assert.equal(session.state.phase, "reading");
    });

    it("reads no more", async () => {
      const session = start();
      session.dispose();
      await session.read();
      assert.equal(reads.asked.length, 0);
    });
  });
});
