import assert from "node:assert/strict";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import { ownerViewer, type ReadAs } from "../../../../src/core/dialog/viewer";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import type { DialogKindWord } from "../../../../src/core/dialog/dialogKind";
import { settled } from "../../support/fakeClock";
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
    // What kind of chat it is, nobody has said.
    session.confirm(bot);
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
    const [first, second] = [readingOf("Owner's"), readingOf("Bot's")];
    reads.answer(0, first);
    await settled();
    reads.answer(1, second);
    await done;
    assert.deepEqual(
      reads.asked.map(({ viewer }) => viewer),
      [ownerViewer, bot],
    );
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
    await settled();
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
    await settled();
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
    await settled();
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
    await settled();
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
    const first = session.read();
    reads.answer(0, readingOf("Owner's"));
    await settled();
    reads.answer(1, readingOf("Bot's"));
    await first;
    const done = session.read();
    session.cancel();
    assert.deepEqual(
      reads.asked.map(({ signal }) => signal.aborted),
      [false, false, true, true],
    );
    reads.fail(2, { kind: "cancelled" });
    reads.fail(3, { kind: "cancelled" });
    await done;
    assert.equal(session.state.phase, "stopped");
  });
});

describe("Eyes whose look may change the portal", () => {
  let reads: PendingReads;
  beforeEach(() => {
    reads = new PendingReads();
  });

  const start = (dialogId: string, kind?: DialogKindWord): DialogSession => {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const services = { read: reads.read, portal: () => portal, knownKind: () => kind };
    return new DialogSession(ref, services, false);
  };
  const asked = (): readonly unknown[] =>
    reads.asked.map(({ ref, viewer }) => `${ref.dialogId} ${viewer.kind}`);

  it("are a bot's on a bare number: nothing is sent before somebody agreed for this bot", async () => {
    const session = start("5");
    session.confirm();
    session.look(bot);
    await session.read();
    assert.deepEqual(asked(), []);
    assert.deepEqual(session.state, {
      phase: "unconfirmed",
      viewer: bot,
      effect: "createsBotChat",
    });
    session.confirm({ kind: "bot", botId: 457 });
    await session.read();
    assert.deepEqual(asked(), []);
    session.confirm(bot);
    void session.read();
    assert.deepEqual(asked(), ["5 bot"]);
  });

  it("are not the owner's, when only a bot was agreed to", async () => {
    const session = start("5");
    session.confirm(bot);
    session.look(bot);
    void session.read();
    session.look(ownerViewer);
    await session.read();
    assert.deepEqual(asked(), ["5 bot"]);
    assert.equal(session.state.phase, "unconfirmed");
  });

  it("see the chat that the owner's reply named, which creates none", async () => {
    const session = start("5");
    session.confirm();
    await reads.during(session.read(), 0, readingOf("Ivy Stone", { chatId: 77, kind: "private" }));
    session.look(bot);
    void session.read();
    assert.deepEqual(asked(), ["5 owner", "chat77 bot"]);
  });

  it("wait for the owner's reply side by side, and do not look where it names no chat", async () => {
    const session = start("5");
    session.confirm();
    session.look(both);
    const done = session.read();
    reads.fail(0, refused("ACCESS_ERROR"));
    await done;
    assert.deepEqual(asked(), ["5 owner"]);
    assert.equal(session.state.phase, "failed");
    const again = session.read();
    reads.answer(1, readingOf("Ivy Stone", { chatId: 77, kind: "private" }));
    await settled();
    assert.deepEqual(asked(), ["5 owner", "5 owner", "chat77 bot"]);
    reads.answer(2, readingOf("Ivy Stone"));
    await again;
    assert.equal(session.state.phase, "read");
  });

  it("are a bot's where nobody has said what the chat is: it may be a thread", async () => {
    const session = start("chat99");
    session.look(bot);
    await session.read();
    assert.deepEqual(asked(), []);
    assert.deepEqual(session.state, { phase: "unconfirmed", viewer: bot, effect: "joinsBot" });
  });

  it("are a bot's, side by side, where the owner is refused: it is asked about then", async () => {
    const session = start("chat99");
    session.look(both);
    const done = session.read();
    reads.fail(0, refused("ACCESS_ERROR"));
    await done;
    assert.deepEqual(asked(), ["chat99 owner"]);
    assert.deepEqual(session.state, { phase: "unconfirmed", viewer: bot, effect: "joinsBot" });
    session.confirm(bot);
    const again = session.read();
    reads.fail(1, refused("ACCESS_ERROR"));
    await settled();
    reads.answer(2, readingOf("Bot's"));
    await again;
    assert.equal(session.state.phase, "read");
  });

  for (const kind of ["comment", "task"] as const) {
    it(`are a bot's where the owner's reply shows a ${kind}: it is asked about then`, async () => {
      const session = start("chat99");
      session.look(both);
      await reads.during(session.read(), 0, readingOf("A thread", { chatId: 99, kind }));
      assert.deepEqual(asked(), ["chat99 owner"]);
      assert.deepEqual(session.state, { phase: "unconfirmed", viewer: bot, effect: "joinsBot" });
      session.confirm(bot);
      void session.read();
      assert.deepEqual(asked(), ["chat99 owner", "chat99 owner", "chat99 bot"]);
    });

    it(`are a bot's where an earlier look showed a ${kind}`, async () => {
      const session = start("chat99", kind);
      session.look(bot);
      await session.read();
      assert.deepEqual(asked(), []);
    });
  }

  it("are agreed to anew when the portal has another owner", async () => {
    let now = portal;
    const ref = parseExactDialogId("chat99");
    assert.ok(ref !== undefined);
    const session = new DialogSession(ref, { read: reads.read, portal: () => now }, false);
    await reads.during(session.read(), 0, readingOf("A thread", { chatId: 99, kind: "comment" }));
    session.confirm(bot);
    now = { ...portal, userId: "5" };
    void session.follow();
    assert.equal(session.isAgreed(bot), false);
  });
});
