import assert from "node:assert/strict";
import { DialogHistory, type HistoryEntry } from "../../../../src/core/sessions/history";
import { MemoryState } from "../../support/stores";

const entry = (dialogId: string, portalId = "p1", inspectedAtMs = 1): HistoryEntry => ({
  portalId,
  dialogId,
  kind: "chat",
  inspectedAtMs,
});

describe("The history of dialogs", () => {
  let state: MemoryState;
  let history: DialogHistory;
  beforeEach(() => {
    state = new MemoryState();
    history = new DialogHistory(state);
  });

  const ids = (portalId?: string) => history.list(portalId).map(({ dialogId }) => dialogId);

  it("has the newest first, each dialog once", async () => {
    await history.add(entry("chat29"));
    await history.add(entry("5"));
    await history.add(entry("chat29", "p1", 2));
    assert.deepEqual(ids(), ["chat29", "5"]);
    assert.equal(history.list()[0]?.inspectedAtMs, 2);
  });

  it("keeps the same id of two portals apart", async () => {
    await history.add(entry("chat29", "p1", 1));
    await history.add(entry("chat29", "p2", 2));
    assert.deepEqual(ids("p1"), ["chat29"]);
    assert.equal(history.find("p1", "chat29")?.inspectedAtMs, 1);
    assert.equal(history.find("p2", "chat29")?.inspectedAtMs, 2);
    assert.equal(history.find("p3", "chat29"), undefined);
  });

  it("is bounded: the oldest leave", async () => {
    for (let chat = 1; chat <= 60; chat++) await history.add(entry(`chat${chat}`));
    assert.equal(ids().length, 50);
    assert.deepEqual([ids()[0], ids().at(-1)], ["chat60", "chat11"]);
  });

  it("is the same in the next session, and stores nothing but ids, kinds and times", async () => {
    await history.add(entry("chat29"));
    assert.deepEqual(new DialogHistory(state).list(), history.list());
    const stored = state.everWritten.at(-1) ?? "";
    assert.equal(
      stored,
      'history: [{"portalId":"p1","dialogId":"chat29","kind":"chat","inspectedAtMs":1}]',
    );
  });

  it("forgets single dialogs, of the portal that was meant", async () => {
    await history.add(entry("chat29", "p1"));
    await history.add(entry("chat29", "p2"));
    await history.add(entry("chat30", "p1"));
    await history.remove([{ portalId: "p1", dialogId: "chat29" }]);
    assert.deepEqual(ids("p1"), ["chat30"]);
    assert.deepEqual(ids("p2"), ["chat29"]);
  });

  it("forgets the dialogs of a removed portal", async () => {
    await history.add(entry("chat29", "p1"));
    await history.add(entry("chat30", "p2"));
    await history.removePortal("p1");
    assert.deepEqual(ids(), ["chat30"]);
  });

  it("tells of changes until it is disposed of", async () => {
    let changes = 0;
    history.onDidChange(() => changes++);
    await history.add(entry("chat29"));
    await history.removePortal("p1");
    history.reread();
    assert.equal(changes, 3);
    history.dispose();
    await history.add(entry("chat29"));
    assert.equal(changes, 3);
  });

  it("survives damaged entries, and is empty when it is no list at all", async () => {
    const good = entry("chat29");
    for (const damaged of [null, 7, "chat29", [], {}, { ...good, dialogId: 29 }]) {
      await state.set("history", [damaged, good]);
      assert.deepEqual(history.list(), [good], JSON.stringify(damaged));
    }
    for (const stored of [null, 7, "x", {}]) {
      await state.set("history", stored);
      assert.deepEqual(history.list(), []);
    }
  });

  it("keeps a dialog whose kind or time is damaged or of a newer version, and what else is there", async () => {
    const good = entry("chat29");
    await state.set("history", [
      { ...good, kind: "of a newer version", more: 1 },
      { ...good, dialogId: "chat30", inspectedAtMs: "today" },
    ]);
    assert.deepEqual(history.list(), [
      { ...good, kind: undefined },
      { ...good, dialogId: "chat30", inspectedAtMs: 0 },
    ]);
    await history.remove([{ portalId: "p1", dialogId: "chat30" }]);
    assert.deepEqual(state.get("history"), [{ ...good, kind: "of a newer version", more: 1 }]);
  });

  it("tells whether the portal let a dialog be read", async () => {
    await history.add({ portalId: "p1", dialogId: "5", kind: "private", inspectedAtMs: 0 });
    await history.add({ portalId: "p1", dialogId: "77", inspectedAtMs: 0 });
    assert.equal(history.wasRead("p1", "5"), true);
    assert.equal(history.wasRead("p1", "77"), false);
    assert.equal(history.wasRead("p2", "5"), false);
  });
});
