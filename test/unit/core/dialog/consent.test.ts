import assert from "node:assert/strict";
import { needsConsent } from "../../../../src/core/dialog/consent";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";

describe("The question before a read", () => {
  for (const [dialogId, unknown, known] of [
    ["chat29", false, false],
    ["5", true, false],
    ["sg12", true, false],
    ["crm|DEAL|88", true, true],
  ] as const) {
    it(`is asked only where reading may change the portal: ${dialogId}`, () => {
      const ref = parseExactDialogId(dialogId);
      assert.ok(ref !== undefined);
      const asking = { readsWithoutAsking: false };
      assert.equal(needsConsent(ref, asking, false), unknown);
      assert.equal(needsConsent(ref, asking, true), known);
      assert.equal(needsConsent(ref, { readsWithoutAsking: true }, false), false);
    });
  }
});
