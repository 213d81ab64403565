import assert from "node:assert/strict";
import { eventNames, readEventName } from "../../../../../src/core/dialog/event/eventNames";

describe("Names of events", () => {
  it("tell what happened and of which generation the bot is", () => {
    const named = Object.entries(eventNames).flatMap(([kind, names]) =>
      Object.entries(names).map(([generation, name]) => ({ kind, generation, name })),
    );
    for (const { name, ...expected } of named) {
      if (name === undefined) continue;
      assert.deepEqual(readEventName(name), expected);
      assert.deepEqual(readEventName(name.toLowerCase()), expected);
    }
    assert.equal(named.filter(({ name }) => name !== undefined).length, 15);
  });

  it("are not those of the application, nor names that every object has", () => {
    for (const name of ["ONAPPINSTALL", "ONIMBOT", "constructor", ""]) {
      assert.equal(readEventName(name), undefined, name);
    }
  });
});
