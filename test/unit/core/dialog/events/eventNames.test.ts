import assert from "node:assert/strict";
import { eventNamed } from "../../../../../src/core/dialog/events/eventNames";

describe("The name of a bot's event", () => {
  it("says what happened, and through which API the bot was registered", () => {
    assert.deepEqual(eventNamed("ONIMBOTMESSAGEADD"), { kind: "messageAdd", generation: 1 });
    assert.deepEqual(eventNamed("ONIMCOMMANDADD"), { kind: "commandAdd", generation: 1 });
    assert.deepEqual(eventNamed("onImBotV2JoinChat"), { kind: "joinChat", generation: 2 });
    assert.deepEqual(eventNamed("ONIMBOTV2REACTIONCHANGE"), {
      kind: "reactionChange",
      generation: 2,
    });
  });

  it("is none where it is another event's", () => {
    for (const name of [
      "ONIMBOTREACTIONCHANGE",
      "ONIMV2MESSAGEADD",
      "ONAPPINSTALL",
      "",
      "toString",
    ])
      assert.equal(eventNamed(name), undefined, name);
  });
});
