import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { inspect, switchPortal } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { dismissQuestions, modalQuestion } from "../support/questions";
import { showsTabs } from "../support/tabs";

describe("Several portals", () => {
  const first = usePortal();
  const second = usePortal();

  it("are looked up in the active one", async () => {
    await inspect("chat29");
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [[], ["chat29"]]);
    await switchPortal(first.id);
    await inspect("chat30");
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [["chat30"], ["chat29"]]);
  });

  it("keep the active one when a look-up names the other", async () => {
    await inspect({ dialogId: "chat29", portalId: first.id });
    await inspect("chat30");
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [["chat29"], ["chat30"]]);
  });

  it("keep the active one when the choice is given up", async () => {
    await dismissQuestions(vscode.commands.executeCommand(commandIds.switchPortal));
    await inspect("chat29");
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [[], ["chat29"]]);
  });

  it("read nothing from one portal in the name of another that is gone", async () => {
    await inspect({ dialogId: "chat29", portalId: "gone" });
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [[], []]);
    await showsTabs();
  });

  for (const id of [
    commandIds.replaceWebhook,
    commandIds.renamePortal,
    commandIds.removePortal,
    commandIds.searchChats,
  ] as const) {
    it(`are not offered by ${id} for one that is gone`, async () => {
      const outcome = await vscode.commands.executeCommand(id, { portalId: "gone" });
      assert.ok(outcome === undefined || outcome === false);
    });
  }

  it("are removed after a question only", async () => {
    const question = await modalQuestion(
      vscode.commands.executeCommand(commandIds.removePortal, { portalId: first.id }),
    );
    assert.equal(question, `Remove “${first.host}”?`);
    await inspect({ dialogId: "chat29", portalId: first.id });
    assert.deepEqual(first.dialogsRead, ["chat29"]);
  });
});
