import assert from "node:assert/strict";
import { daysText, instantText, timeText } from "../../../../src/core/base/instantText";

describe("An instant in words", () => {
  const iso = "2026-02-24T13:19:39+02:00";

  it("is told in a language and with its offset", () => {
    assert.equal(plain(instantText(iso, "en", "Asia/Tokyo")), "Feb 24, 2026, 8:19 PM UTC+9");
    assert.equal(plain(instantText(iso, "ru", "UTC")), "24 февр. 2026 г., 11:19 UTC");
  });

  it("is told as it came when it is none", () => {
    for (const text of ["yesterday", "05.12.2026 10:00:00", "chat 5", "12", "2026-02-24 13:19:39"])
      assert.equal(instantText(text, "en"), text);
  });

  it("may be told without its day", () => {
    assert.equal(plain(timeText(Date.parse(iso), "en", "UTC")), "11:19 AM UTC");
  });
});

describe("The days from one instant to another", () => {
  const at = Date.parse("2026-02-24T22:30:00Z");
  const hour = 3_600_000;

  it("are told in a language, and once where it is one day", () => {
    const later = at + 5 * 24 * hour;
    assert.equal(plain(daysText(at, later, "en", "UTC")), "Feb 24 – Mar 1, 2026");
    assert.equal(plain(daysText(at, later, "ru", "UTC")), "24 февр. – 1 мар. 2026 г.");
    assert.equal(plain(daysText(at, at + hour, "en", "UTC")), "Feb 24, 2026");
  });

  it("are those of the reader's time zone", () => {
    assert.equal(plain(daysText(at, at + hour, "en", "Asia/Tokyo")), "Feb 25, 2026");
  });
});

/** Versions of ICU differ in their spaces. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
