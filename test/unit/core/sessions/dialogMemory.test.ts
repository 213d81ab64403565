import assert from "node:assert/strict";
import { DialogMemory } from "../../../../src/core/sessions/dialogMemory";
import { nothingKnown } from "../../../../src/core/dialog/dialogSummary";

const full = {
  dialogId: "chat29",
  title: "Pilot",
  kind: { word: "chat" },
  unread: 2,
  role: "manager",
  lastActivity: "2026-02-25T09:00:00+02:00",
} as const;

describe("What a session knows of dialogs", () => {
  it("is nothing at first", () => {
    assert.equal(new DialogMemory().recall("p1", "chat29"), undefined);
  });

  it("keeps what a newer source leaves out, and takes what it tells", () => {
    const memory = new DialogMemory();
    memory.learn("p1", full);
    memory.learn("p1", { ...nothingKnown("chat29"), unread: 0 });
    assert.deepEqual(memory.recall("p1", "chat29"), { ...full, unread: 0 });
    memory.learn("p1", { ...nothingKnown("chat29"), title: "Renamed", kind: { word: "open" } });
    assert.deepEqual(memory.recall("p1", "chat29"), {
      ...full,
      title: "Renamed",
      kind: { word: "open" },
      unread: 0,
    });
  });

  it("is kept for each portal apart, and forgotten with it", () => {
    const memory = new DialogMemory();
    memory.learn("p1", full);
    memory.learn("p11", { ...full, title: "Other" });
    memory.forgetPortal("p1");
    assert.equal(memory.recall("p1", "chat29"), undefined);
    assert.equal(memory.recall("p11", "chat29")?.title, "Other");
  });
});
