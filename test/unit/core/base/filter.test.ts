import assert from "node:assert/strict";
import { matchesFilter } from "../../../../src/core/base/filter";

describe("The filter", () => {
  for (const [filter, texts, isMatch] of [
    ["", [], true],
    ["", [""], true],
    ["pilot", ["Delivery bot pilot", "chat29"], true],
    ["PILOT", ["Delivery bot pilot"], true],
    ["ÉTÉ", ["été 2026"], true],
    ["CHAT29", ["Delivery", "chat29"], true],
    ["pilot  delivery", ["Delivery bot pilot"], true],
    ["pilot 29", ["Delivery bot pilot", "chat29"], true],
    ["pilot 30", ["Delivery bot pilot", "chat29"], false],
    ["botchat", ["bot", "chat29"], false],
    [".*", ["anything"], false],
    ["[x", ["a [x] b"], true],
    ["x", [], false],
  ] as const) {
    it(`“${filter}” ${isMatch ? "matches" : "does not match"} ${JSON.stringify(texts)}`, () => {
      assert.equal(matchesFilter(filter, ...texts), isMatch);
    });
  }
});
