import assert from "node:assert/strict";
import { clockText, numberText, plural } from "../../../src/text/language";
import { inEachLanguage } from "./support/languages";

const forms = { one: "one", few: "few", many: "many" };

inEachLanguage((language) => {
  it("writes numbers as the language does", () => {
    const expected = language === "English" ? "12,345.5" : "12\u00a0345,5";
    assert.equal(numberText(12345.5), expected);
  });

  it("begins a day at 00:00", () => {
    assert.equal(clockText(new Date(2026, 1, 24, 0, 5).getTime()), "00:05");
  });

  it("takes the form that goes with the number", () => {
    const chosen = [0, 1, 2, 5, 11, 12, 21, 22, 25, 111].map((count) => plural(count, forms));
    assert.deepEqual(
      chosen,
      language === "English"
        ? ["many", "one", ...Array<string>(8).fill("many")]
        : ["many", "one", "few", "many", "many", "many", "one", "few", "many", "many"],
    );
  });
});
