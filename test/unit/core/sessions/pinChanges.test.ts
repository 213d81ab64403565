import assert from "node:assert/strict";
import { PinChanges } from "../../../../src/core/sessions/pinChanges";
import { assertGrowsLinearly } from "../../support/growth";

const portals = { list: () => [{ id: "p1" }] };

describe("What became of the pins", () => {
  it("is told by those that came and went, or by another order", () => {
    let pinned = ["chat1", "chat2"];
    const changes = new PinChanges({ list: () => pinned }, portals);
    assert.deepEqual(changes.take(), []);
    pinned = ["chat2", "chat7"];
    assert.deepEqual(changes.take(), [{ portalId: "p1", dialogIds: ["chat7", "chat1"] }]);
    pinned = ["chat7", "chat2"];
    assert.deepEqual(changes.take(), [{ portalId: "p1", dialogIds: [] }]);
  });

  it("takes as much longer as there are more of them", () => {
    const ofSize = (size: number): PinChanges => {
      const few = Array.from({ length: size }, (_, at) => `chat${at}`);
      const more = [...few, "5"];
      let hasMore = false;
      const list = (): readonly string[] => ((hasMore = !hasMore) ? more : few);
      return new PinChanges({ list }, portals);
    };
    const changes = new Map([1_000, 8_000].map((size) => [size, ofSize(size)]));
    assertGrowsLinearly((size) => changes.get(size)?.take(), 1_000);
  });
});
