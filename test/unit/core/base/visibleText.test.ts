import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import {
  clip,
  decodeBasicEntities,
  visibleLine,
  visibleText,
} from "../../../../src/core/base/visibleText";

describe("Other people's text, made visible", () => {
  const cases: readonly [text: string, shown: string][] = [
    ["plain", "plain"],
    ["two\nlines\tand a tab", "two\nlines\tand a tab"],
    ["two\r\nlines", "two\nlines"],
    ["over\rwritten", "over[U+000D]written"],
    ["nul\0bell\u0007", "nul[U+0000]bell[U+0007]"],
    ["\u001b[31mred", "[U+001B][31mred"],
    ["del\u007f c1\u0085", "del[U+007F] c1[U+0085]"],
    ["photo\u202Egnp.exe", "photo[U+202E]gnp.exe"],
    ["\u2066isolate\u2069", "[U+2066]isolate[U+2069]"],
    ["a\u2060b\u2061c\u2063d", "a[U+2060]b[U+2061]c[U+2063]d"],
    ["\uFEFFmark", "[U+FEFF]mark"],
    ["👨‍👩‍👧 عربي עברית e\u0301", "👨‍👩‍👧 عربي עברית e\u0301"],
    ["<b>&amp;</b>", "<b>&amp;</b>"],
  ];
  for (const [text, shown] of cases) {
    it(`${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`, () => {
      assert.equal(visibleText(text), shown);
    });
  }

  it("has nothing left that turns text around or moves the cursor", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = visibleText(`${text}\u202E\u001b`);
        assert.doesNotMatch(shown, /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it("fits on one line where one line is wanted", () => {
    assert.equal(visibleLine("  two\r\n\n lines\t\u2028here\u202E "), "two lines here[U+202E]");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.doesNotMatch(visibleLine(text), /[\r\n\t\u2028\u2029]/);
      }),
    );
  });
});

describe("A text that is cut", () => {
  const cases: readonly [text: string, limit: number, cut: string][] = [
    ["short", 5, "short"],
    ["longer", 5, "longe"],
    ["ab😀", 4, "ab😀"],
    ["ab😀", 3, "ab"],
    ["ab😀c", 4, "ab😀"],
    ["😀", 1, ""],
    ["", 0, ""],
    ["x", 0, ""],
  ];
  for (const [text, limit, cut] of cases) {
    it(`${JSON.stringify(text)} at ${limit} is ${JSON.stringify(cut)}`, () => {
      assert.equal(clip(text, limit), cut);
    });
  }

  it("is a beginning of the text within the limit, and never ends inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 30 }), (text, limit) => {
        const cut = clip(text, limit);
        assert.ok(text.startsWith(cut) && cut.length <= limit);
        assert.ok(cut.length >= Math.min(text.length, limit) - 1);
        assert.doesNotMatch(cut, /[\ud800-\udbff]$/);
      }),
    );
  });
});

describe("Text that PHP escaped for HTML", () => {
  it("is unescaped once, and only where PHP's own escapes stand", () => {
    assert.equal(
      decodeBasicEntities("&lt;b&gt; &quot;A&quot; &amp; &#039;B&#039;"),
      "<b> \"A\" & 'B'",
    );
    assert.equal(decodeBasicEntities("&amp;lt;"), "&lt;");
    assert.equal(decodeBasicEntities("&nbsp; &#39; &copy; & &LT;"), "&nbsp; &#39; &copy; & &LT;");
  });
});
