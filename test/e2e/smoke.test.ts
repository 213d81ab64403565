import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";

describe("The packaged extension", () => {
  it("is found in the palette", async () => {
    const { vscode } = e2e();
    const row = await vscode.findInPalette("Bitrix24: Inspect Dialog");
    assert.ok(await row.isVisible());
    await vscode.quickInput.close();
    assert.deepEqual(vscode.console.errors, []);
  });
});
