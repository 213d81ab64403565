import assert from "node:assert/strict";
import * as vscode from "vscode";
import { demoBot } from "../../../src/core/portal/demoAddress";
import { commandIds } from "../../../src/ids";
import { Emulator } from "../../emulator/emulator";
import { requestPortal } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { agreeing, modalQuestion } from "../support/questions";

/** A keybinding, a link or another extension can run these with everything that they need. */
describe("A command that changes which secrets are stored", () => {
  const portal = usePortal();
  const { botId, token } = demoBot;

  const addBot = (): Thenable<unknown> =>
    vscode.commands.executeCommand(commandIds.addBot, {
      portalId: portal.id,
      botId,
      botToken: token,
    });
  const removeBot = (): Thenable<unknown> =>
    vscode.commands.executeCommand(commandIds.removeBot, { portalId: portal.id, botId });

  it("asks before it adds a portal, and names the host, whatever the portal is called", async () => {
    const other = await Emulator.start();
    try {
      const running = requestPortal({ webhook: other.webhook(), name: "Northwind" });
      assert.equal(await modalQuestion(running), `Add the portal ${new URL(other.origin).host}?`);
      assert.deepEqual(other.requests, []);
    } finally {
      await other.stop();
    }
  });

  it("asks before it replaces the webhook of a portal that is there", async () => {
    const running = requestPortal({ webhook: portal.emulator.webhook() });
    assert.equal(await modalQuestion(running), `Add the portal ${portal.host}?`);
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("asks before it adds or removes a bot's token", async () => {
    assert.equal(
      await modalQuestion(addBot()),
      `Store a token of bot ${botId} for “${portal.host}”?`,
    );
    assert.deepEqual(portal.emulator.requests, []);
    assert.equal(await agreeing("Add Bot Token", addBot), botId);
    const question = await modalQuestion(removeBot());
    assert.match(
      question,
      new RegExp(`^Remove the token of bot .*[^\\d].* from “${portal.host}”\\?$`),
    );
    await agreeing("Remove Bot Token", removeBot);
    // Its name went with its token.
    assert.equal(
      await modalQuestion(removeBot()),
      `Remove the token of bot ${botId} from “${portal.host}”?`,
    );
    assert.deepEqual(portal.emulator.effects, []);
  });
});
