import assert from "node:assert/strict";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import { ownerViewer, type ReadAs } from "../../../../src/core/dialog/viewer";
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

const refused = (code: string): PortalError => ({
  kind: "refused",
  host: "portal.example",
  status: 403,
  code,
  description: "",
});

const bot = { kind: "bot", botId: 456 } as const;
const both: ReadAs = { kind: "both", botId: 456 };

describe("Another pair of eyes", () => {
  let reads: PendingReads;
  let session: DialogSession;
  beforeEach(() => {
    reads = new PendingReads();
    const ref = parseExactDialogId("chat405");
    assert.ok(ref !== undefined);
    session = new DialogSession(ref, { read: reads.read, portal: () => portal }, false);
  });

  it("are the owner's until another reader is chosen", async () => {
    void session.read();
    assert.deepEqual(session.readAs, ownerViewer);
    assert.deepEqual(reads.asked[0]?.viewer, ownerViewer);
    session.look(bot);
    const done = session.read();
    assert.deepEqual(reads.asked[1]?.viewer, bot);
    const reading = readingOf("As the bot");
    reads.answer(1, reading);
    await done;
    assert.deepEqual(session.state, { phase: "read", reading });
  });

  it("never show what the former reader was told as an older answer", async () => {
    await reads.during(session.read(), 0, readingOf("As the owner"));
    session.look(bot);
    void session.read();
    assert.deepEqual(session.state, { phase: "reading", previous: undefined });
    assert.equal(reads.asked[0]?.signal.aborted, false);
  });

  it("drop a read under way with the former eyes", async () => {
    const former = session.read();
    session.look(bot);
    assert.equal(reads.asked[0]?.signal.aborted, true);
    reads.answer(0, readingOf("Too late"));
    await former;
    assert.deepEqual(session.state, { phase: "reading", previous: undefined });
  });

  it("keep the answer when the same reader is chosen again", async () => {
    const reading = readingOf("As the owner");
    await reads.during(session.read(), 0, reading);
    session.look(ownerViewer);
    assert.deepEqual(session.state, { phase: "read", reading });
  });

  it("show both answers when both may see the dialog, and keep both while reading again", async () => {
    session.look(both);
    const done = session.read();
    assert.deepEqual(
      reads.asked.map(({ viewer }) => viewer),
      [ownerViewer, bot],
    );
    const [first, second] = [readingOf("Owner's"), readingOf("Bot's")];
    reads.answer(1, second);
    reads.answer(0, first);
    await done;
    const counterpart = { viewer: bot, outcome: { ok: true, value: second } };
    assert.deepEqual(session.state, { phase: "read", reading: { ...first, counterpart } });
    void session.read();
    assert.deepEqual(session.state, { phase: "reading", previous: { ...first, counterpart } });
  });

  it("show the bot's answer beside the owner's refusal", async () => {
    session.look(both);
    const done = session.read();
    const seen = readingOf("Bot's");
    reads.fail(0, refused("ACCESS_ERROR"));
    reads.answer(1, seen);
    await done;
    const { state } = session;
    assert.ok(state.phase === "read");
    assert.equal(state.reading.dialog, seen.dialog);
    const { counterpart } = state.reading;
    assert.deepEqual(counterpart?.viewer, ownerViewer);
    assert.ok(!counterpart.outcome.ok);
    assert.equal(counterpart.outcome.error.diagnosis.cause, "noAccessOrNoChat");
  });

  it("show the owner's answer beside the bot's refusal", async () => {
    session.look(both);
    const done = session.read();
    reads.answer(0, readingOf("Owner's"));
    reads.fail(1, refused("BOT_NOT_FOUND"));
    await done;
    const { state } = session;
    assert.ok(state.phase === "read");
    assert.deepEqual(state.reading.counterpart?.viewer, bot);
    assert.equal(state.reading.counterpart.outcome.ok, false);
  });

  it("show both refusals", async () => {
    session.look(both);
    const done = session.read();
    reads.fail(0, refused("ACCESS_ERROR"));
    reads.fail(1, refused("BOT_NOT_FOUND"));
    await done;
    const { state } = session;
    assert.ok(state.phase === "failed");
    assert.equal(state.failure.diagnosis.cause, "noAccessOrNoChat");
    assert.deepEqual(state.viewer, ownerViewer);
    assert.ok(state.counterpart?.outcome.ok === false);
  });

  it("show the refusal first that settles the question: to a bot, that there is no such chat", async () => {
    session.look(both);
    const done = session.read();
    reads.fail(0, refused("ACCESS_ERROR"));
    reads.fail(1, refused("CHAT_NOT_FOUND"));
    await done;
    const { state } = session;
    assert.ok(state.phase === "failed");
    assert.equal(state.failure.diagnosis.cause, "chatNotFound");
    assert.deepEqual(state.viewer, bot);
    assert.deepEqual(state.counterpart?.viewer, ownerViewer);
  });

  it("stop together", async () => {
    session.look(both);
    const done = session.read();
    session.cancel();
    assert.deepEqual(
      reads.asked.map(({ signal }) => signal.aborted),
      [true, true],
    );
    reads.fail(0, { kind: "cancelled" });
    reads.fail(1, { kind: "cancelled" });
    await done;
    assert.deepEqual(session.state, { phase: "stopped", previous: undefined });
  });
});
