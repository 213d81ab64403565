import assert from "node:assert/strict";
import { inspect } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { modalQuestion } from "../support/questions";
import { showsTabs } from "../support/tabs";

describe("Reads that may change the portal", () => {
  const portal = usePortal();

  for (const [dialogId, question] of [
    ["5", "Read the private dialog with user 5?"],
    [5, "Read the private dialog with user 5?"],
    [" 0077 ", "Read the private dialog with user 77?"],
    ["1", "Read your own notes?"],
    ["sg12", "Read the chat of workgroup 12?"],
    ["SG12", "Read the chat of workgroup 12?"],
    ["crm|DEAL|88", "Read the chat of the CRM object DEAL|88?"],
    ["DIALOG_ID=77", "Read the private dialog with user 77?"],
    ["https://portal.bitrix24.com/online/?IM_DIALOG=77", "Read the private dialog with user 77?"],
  ] as const) {
    it(`are asked about before anything is sent: ${JSON.stringify(dialogId)}`, async () => {
      assert.equal(await modalQuestion(inspect({ dialogId, portalId: portal.id })), question);
      assert.deepEqual(portal.emulator.requests, []);
      assert.deepEqual(portal.emulator.effects, []);
      await showsTabs();
    });
  }

  it("are asked about each time until somebody agrees", async () => {
    await modalQuestion(inspect("77"));
    await modalQuestion(inspect("77"));
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("are not taken for a chat of the same number that is open", async () => {
    await inspect("chat77");
    await modalQuestion(inspect("77"));
    assert.deepEqual(portal.dialogsRead, ["chat77"]);
    assert.deepEqual(portal.emulator.effects, []);
  });
});
