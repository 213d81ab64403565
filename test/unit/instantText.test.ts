import assert from "node:assert/strict";
import { instantText, timeText } from "../../src/core/instantText";

describe("An instant in words", () => {
  const iso = "2026-02-24T13:19:39+02:00";

  it("is told in a language and with its offset", () => {
    assert.equal(plain(instantText(iso, "en", "Asia/Tokyo")), "Feb 24, 2026, 8:19 PM GMT+9");
    assert.equal(plain(instantText(iso, "ru", "UTC")), "24 февр. 2026 г., 11:19 UTC");
  });

  it("is told as it came when it is none", () => {
    assert.equal(instantText("yesterday", "en"), "yesterday");
  });

  it("may be told without its day", () => {
    assert.equal(plain(timeText(Date.parse(iso), "en", "UTC")), "11:19 AM UTC");
  });
});

/** Versions of ICU differ in their spaces, and in what they call UTC. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/GMT(\+0)?$/, "UTC");
}
