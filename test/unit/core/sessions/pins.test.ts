import assert from "node:assert/strict";
import { Pins, type Pin } from "../../../../src/core/sessions/pins";
import { MemoryState } from "../../support/stores";

const pin = (dialogId: string, portalId = "p1"): Pin => ({ portalId, dialogId });

describe("Pins", () => {
  let state: MemoryState;
  let pins: Pins;
  let changes: number;
  beforeEach(() => {
    state = new MemoryState();
    pins = new Pins(state);
    changes = 0;
    pins.onDidChange(() => changes++);
  });

  const pinned = async (...dialogIds: readonly string[]): Promise<void> => {
    await pins.add(dialogIds.map((id) => pin(id)));
    changes = 0;
  };

  it("begin as none", () => {
    assert.deepEqual(pins.list("p1"), []);
    assert.equal(pins.has("p1", "chat1"), false);
  });

  it("are kept for each portal apart, in the order of pinning", async () => {
    await pins.add([pin("chat2"), pin("chat9", "p2"), pin("5")]);
    await pins.add([pin("chat1")]);
    assert.deepEqual(pins.list("p1"), ["chat2", "5", "chat1"]);
    assert.deepEqual(pins.list("p2"), ["chat9"]);
    assert.ok(pins.has("p2", "chat9") && !pins.has("p1", "chat9"));
    assert.equal(changes, 2);
  });

  it("are the same in the next session", async () => {
    await pinned("chat2", "chat1");
    assert.deepEqual(new Pins(state).list("p1"), ["chat2", "chat1"]);
  });

  it("hold a dialog once, however often it was selected", async () => {
    await pins.add([pin("chat1"), pin("chat2"), pin("chat1")]);
    await pins.add([pin("chat2"), pin("chat3")]);
    assert.deepEqual(pins.list("p1"), ["chat1", "chat2", "chat3"]);
  });

  it("are removed one by one or with their portal", async () => {
    await pins.add([pin("chat1"), pin("chat2"), pin("chat1", "p2"), pin("chat3")]);
    await pins.remove([pin("chat2"), pin("chat9")]);
    assert.deepEqual(pins.list("p1"), ["chat1", "chat3"]);
    await pins.removePortal("p1");
    assert.deepEqual([pins.list("p1"), pins.list("p2")], [[], ["chat1"]]);
  });

  for (const [moved, to, order] of [
    [["c"], "a", "c a b d"],
    [["b"], "a", "b a c d"],
    [["a"], "b", "b a c d"],
    [["a"], "c", "b c a d"],
    [["a"], "d", "b c d a"],
    [["d", "b"], "a", "b d a c"],
    [["a", "c"], "d", "b d a c"],
    [["a", "d"], "b", "b a d c"],
    [["a"], undefined, "b c d a"],
    [["a"], "gone", "b c d a"],
    [["b"], "b", "a b c d"],
    [["b", "c"], "b", "a b c d"],
    [["c", "d"], "d", "a b c d"],
    [["new"], "b", "a new b c d"],
    [["new", "c"], "a", "c new a b d"],
    [["new"], undefined, "a b c d new"],
    [[], "a", "a b c d"],
  ] as const) {
    it(`with ${moved.join(" and ") || "none"} dropped on ${to ?? "all of them"} are ${order}`, async () => {
      await pinned("a", "b", "c", "d");
      await pins.place(
        moved.map((id) => pin(id)),
        to === undefined ? undefined : pin(to),
      );
      assert.equal(pins.list("p1").join(" "), order);
      assert.equal(changes, 1);
    });
  }

  it("of other portals keep their order while some are moved", async () => {
    await pins.add([pin("a"), pin("x", "p2"), pin("b"), pin("y", "p2"), pin("c")]);
    await pins.place([pin("c")], pin("a"));
    assert.deepEqual(pins.list("p1"), ["c", "a", "b"]);
    assert.deepEqual(pins.list("p2"), ["x", "y"]);
  });

  it("survive damaged ones beside them", async () => {
    const good = pin("chat1");
    await state.set("pins", [
      null,
      5,
      "x",
      [],
      {},
      { portalId: "p1" },
      good,
      { ...good, dialogId: 5 },
      good,
    ]);
    assert.deepEqual(pins.list("p1"), ["chat1"]);
    await pins.add([pin("chat2")]);
    assert.deepEqual(state.get("pins"), [good, pin("chat2")]);
  });

  it("are none when what is stored is no list", async () => {
    for (const stored of [null, 5, "text", {}]) {
      await state.set("pins", stored);
      assert.deepEqual(pins.list("p1"), []);
    }
  });

  it("show what another window stored, and tell of it when asked to look", async () => {
    await pinned("chat1");
    await state.set("pins", [pin("chat7")]);
    assert.deepEqual(pins.list("p1"), ["chat7"]);
    pins.reread();
    assert.equal(changes, 1);
  });

  it("store ids and nothing else", async () => {
    const wordy = { ...pin("chat1"), title: "A private title" };
    await pins.add([wordy]);
    await pins.place([wordy], undefined);
    assert.ok(!state.everWritten.join().includes("private"));
  });

  it("tell nothing once they are disposed of", async () => {
    pins.dispose();
    await pins.add([pin("chat1")]);
    assert.equal(changes, 0);
  });
});
