import assert from "node:assert/strict";
import { fitTitle, widthOf } from "../../../../src/core/sidebar/rowWidth";

describe("A title in a narrow sidebar", () => {
  it("stays whole where there is room for it and the id", () => {
    assert.equal(fitTitle("Delivery bot pilot", "chat29", 2, true), "Delivery bot pilot");
  });

  it("leaves the room that the id and the badge need", () => {
    const title = "Locker station Utrecht Centraal, weekly rounds";
    const cut = fitTitle(title, "chat221", 2, false);
    assert.match(cut, /^Locker station .*…$/);
    for (const [id, depth, hasBadge] of [
      ["chat221", 2, true],
      ["chat221", 3, false],
      ["chat1234567", 2, false],
    ] as const) {
      assert.ok(fitTitle(title, id, depth, hasBadge).length < cut.length, id);
    }
  });

  it("says something beside the longest id, and never ends in half a character", () => {
    const cut = fitTitle("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family of couriers", "crm|deal|123456789012", 2, true);
    assert.match(cut, /^(👩‍👩‍👧‍👦)+…$/u);
  });

  it("is measured by what its characters take", () => {
    assert.ok(widthOf("iiii") < widthOf("aaaa"));
    assert.ok(widthOf("aaaa") < widthOf("ЖЖЖЖ"));
    assert.ok(widthOf("ЖЖЖЖ") < widthOf("漢字漢字"));
  });
});
