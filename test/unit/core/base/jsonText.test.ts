import assert from "node:assert/strict";
import fc from "fast-check";
import { layOutJson } from "../../../../src/core/base/jsonText";

describe("Text that is JSON", () => {
  it("is laid out like JSON.stringify does it", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        const isFilled =
          typeof value === "object" && value !== null && Object.keys(value).length > 0;
        assert.equal(
          layOutJson(json, Infinity)?.text.replaceAll("-0", "0"),
          isFilled ? JSON.stringify(value, undefined, 2).replaceAll("-0", "0") : undefined,
        );
      }),
    );
  });

  it("keeps the spelling of numbers and strings", () => {
    const laidOut = layOutJson('{"id":12345678901234567890,"a":1.0,"b":"\\u0041{,"}', Infinity);
    assert.equal(
      laidOut?.text,
      '{\n  "id": 12345678901234567890,\n  "a": 1.0,\n  "b": "\\u0041{,"\n}',
    );
  });

  it("ends at the limit, and says how much of the text was shown", () => {
    const json = JSON.stringify([100, 200, 300]);
    assert.deepEqual(layOutJson(json, 15), { text: "[\n  100,\n  200,", shownLength: 9 });
    const deep = "[".repeat(5_000) + "1" + "]".repeat(5_000);
    assert.ok((layOutJson(deep, 1_000)?.text.length ?? 0) <= 1_000);
  });

  for (const text of [
    "",
    "{}",
    "[]",
    "[1",
    "{x}",
    "12",
    '"text"',
    "null",
    "[b]bold[/b]",
    "{a|b}",
  ]) {
    it(`is not "${text}"`, () => {
      assert.equal(layOutJson(text, Infinity), undefined);
    });
  }
});
