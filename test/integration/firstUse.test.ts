import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../src/ids";
import { inspect } from "./support/commands";
import { eventually } from "./support/eventually";
import { closeQuestions, dismissQuestions } from "./support/questions";
import { titles } from "./support/tabs";

// Runs before any test that adds a portal: none can be removed again without a click.
describe("First use, without a portal", () => {
  afterEach(closeQuestions);

  it("offers a portal and opens nothing when the offer is closed", async () => {
    await dismissQuestions(inspect("chat29"));
    assert.deepEqual(titles(), []);
  });

  it("leads from the offer to the input for a webhook, which can be given up", async () => {
    let hasEnded = false;
    const command = inspect("chat29").then(() => {
      hasEnded = true;
    });
    await eventually(async () => {
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      // Closes no notification: the command ends only when it got as far as the input.
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      assert.ok(hasEnded, "the command is still waiting");
    });
    await command;
    assert.deepEqual(titles(), []);
  });

  it("lets every command that needs a portal be given up", async () => {
    for (const id of [
      commandIds.switchPortal,
      commandIds.replaceWebhook,
      commandIds.renamePortal,
      commandIds.removePortal,
      commandIds.askBeforeReads,
      commandIds.addPortal,
    ]) {
      const outcome = await dismissQuestions(vscode.commands.executeCommand(id));
      assert.ok(outcome === undefined || outcome === false, `${id} claims to have done something`);
    }
  });
});
