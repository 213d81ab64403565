import assert from "node:assert/strict";
import { seenText } from "../../../../src/core/base/seenText";
import { fc } from "../../support/generated";

describe("What a reader sees of a text", () => {
  it("is the text itself where nothing is odd in it", () => {
    for (const text of ["", "chat29", "rate(x[5])", "Привет", "👩‍👧".replace("\u200d", "")]) {
      assert.equal(seenText(text, true).text, text);
    }
  });

  it("keeps in a document what only a paste may have lost its first character of", () => {
    assert.equal(seenText("rate(x[5m])", false).text, "rate(x[5m])");
    assert.equal(seenText("\ufeffrate(x[5m])，", false).text, "rate(x[5m]),");
    assert.equal(seenText("[32mchat29[0m", true).text, "chat29");
  });

  it("has each character at its place in the original, whatever stands between", () => {
    const piece = fc.constantFrom(
      "a",
      "5",
      "\u200b",
      "\ufeff",
      "\u001b[31m",
      "\\u001b[0m",
      "Ａ",
      "＝",
      "👍",
      "[1;2m",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isPaste) => {
        const original = pieces.join("");
        const { text, originalPlace } = seenText(original, isPaste);
        for (let at = 0; at < text.length; at += 1) {
          const sign = original.charAt(originalPlace(at));
          const plain = /[\uff01-\uff5e]/.test(sign)
            ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
            : sign;
          assert.equal(plain, text.charAt(at), JSON.stringify(original));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the rest as it came where a paste is nothing but odd", () => {
    const text = "a\u200b".repeat(20_000);
    const seen = seenText(text, true);
    assert.ok(seen.text.startsWith("aaaa") && seen.text.endsWith("a\u200b"));
    assert.equal(seenText(text, false).text, "a".repeat(20_000));
  });
});
