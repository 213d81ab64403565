import assert from "node:assert/strict";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import { ownerViewer } from "../../../../src/core/dialog/viewer";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { PendingReads } from "../../support/pendingReads";
import { readingOf } from "../../support/readings";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  bots: [{ botId: 456, name: "Helper" }],
  readsWithoutAsking: false,
};

describe("A dialog whose portal gets another webhook", () => {
  let reads: PendingReads;
  let current: PortalRecord | undefined;
  beforeEach(() => {
    reads = new PendingReads();
    current = portal;
  });

  function start(dialogId = "chat29"): DialogSession {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    return new DialogSession(ref, { read: reads.read, portal: () => current }, true);
  }

  for (const [what, next] of [
    ["another portal's", { ...portal, origin: "https://other.example" }],
    ["another user's", { ...portal, userId: "5" }],
  ] as const) {
    it(`is read anew and shows nothing of the former one: ${what}`, async () => {
      const session = start();
      await reads.during(session.read(), 0, readingOf("Former"));
      current = next;
      const done = session.follow();
      assert.deepEqual(session.state, { phase: "reading", previous: undefined });
      assert.equal(reads.asked[1]?.portal, next);
      await reads.during(done, 1, readingOf("New"));
      assert.equal(session.state.phase, "read");
    });

    it(`drops an answer that was still on its way: ${what}`, async () => {
      const session = start();
      const former = session.read();
      current = next;
      const done = session.follow();
      assert.equal(reads.asked[0]?.signal.aborted, true);
      reads.answer(0, readingOf("Former"));
      await former;
      assert.equal(session.state.phase, "reading");
      const reading = readingOf("New");
      await reads.during(done, 1, reading);
      assert.deepEqual(session.state, { phase: "read", reading });
    });

    it(`asks anew where reading may change the portal: ${what}`, async () => {
      const session = start("77");
      await reads.during(session.read(), 0, readingOf("Former"));
      current = next;
      await session.follow();
      assert.equal(session.state.phase, "unconfirmed");
      await session.read();
      assert.equal(reads.asked.length, 1);
    });
  }

  it("does not ask where the new owner need not be asked", async () => {
    const session = start("77");
    await reads.during(session.read(), 0, readingOf("Former"));
    current = { ...portal, userId: "5", readsWithoutAsking: true };
    await reads.during(session.follow(), 1, readingOf("New"));
    assert.equal(session.state.phase, "read");
  });

  it("is the owner's again when the bot's token went with the address", async () => {
    const session = start();
    session.confirm({ kind: "bot", botId: 456 });
    session.look({ kind: "bot", botId: 456 });
    await reads.during(session.read(), 0, readingOf("As the bot"));
    current = { ...portal, origin: "https://other.example", bots: [] };
    void session.follow();
    assert.deepEqual(session.readAs, ownerViewer);
    assert.deepEqual(reads.asked[1]?.viewer, ownerViewer);
  });

  it("stays as it is for the same owner, before its first read, and without a portal", async () => {
    const session = start();
    await session.follow();
    assert.equal(reads.asked.length, 0);
    await reads.during(session.read(), 0, readingOf("First"));
    current = { ...portal, name: "Renamed", scopes: ["im"] };
    await session.follow();
    current = undefined;
    await session.follow();
    assert.equal(session.state.phase, "read");
    assert.equal(reads.asked.length, 1);
  });
});
