import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { inspect } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { acceptFirstEntry, agreeing, dismissQuestions } from "../support/questions";
import { closeAllTabs, openFile, showsTabs } from "../support/tabs";

describe("Asking for a dialog", () => {
  const portal = usePortal();

  it("offers the id under the cursor first", async () => {
    await openFile("bots/supportBot.ts", '["chat211", "chat2');
    await acceptFirstEntry(inspect({ portalId: portal.id }));
    assert.deepEqual(portal.dialogsRead, ["chat29"]);
    await showsTabs("Delivery bot pilot");
  });

  it("offers the only id of the line, wherever the cursor stands in it", async () => {
    await openFile("logs/bot.log", "2026-11-20T10:05:37");
    await acceptFirstEntry(inspect(undefined));
    assert.deepEqual(portal.dialogsRead, ["chat404"]);
  });

  it("offers what is selected before anything else", async () => {
    const editor = await openFile("bots/supportBot.ts");
    const offset = editor.document.getText().indexOf("chat240");
    editor.selection = new vscode.Selection(
      editor.document.positionAt(offset),
      editor.document.positionAt(offset + "chat240".length),
    );
    await acceptFirstEntry(inspect({ portalId: portal.id }));
    assert.deepEqual(portal.dialogsRead, ["chat240"]);
  });

  it("offers the dialog that was inspected last, for its own portal", async () => {
    await inspect("chat29");
    await inspect("chat30");
    await closeAllTabs();
    await acceptFirstEntry(inspect({ portalId: portal.id }));
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat30", "chat30"]);
    await showsTabs("Lobby");
  });

  it("sends nothing when it is given up", async () => {
    await openFile("bots/supportBot.ts", '["chat210');
    await dismissQuestions(inspect({ portalId: portal.id }));
    assert.deepEqual(portal.emulator.requests, []);
    await showsTabs();
  });

  it("asks before it reads a private dialog that was found in the code", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "DIALOG_ID=77" });
    await vscode.window.showTextDocument(document);
    await assert.rejects(
      acceptFirstEntry(inspect({ portalId: portal.id })),
      /Read the private dialog with user 77\?/,
    );
    assert.deepEqual(portal.emulator.effects, []);
  });

  it("asks so too when the portal was told to ask again while the box was open", async () => {
    await agreeing("Read, and Do Not Ask Again for This Portal", () => inspect("5"));
    const document = await vscode.workspace.openTextDocument({ content: "DIALOG_ID=77" });
    await vscode.window.showTextDocument(document);
    const looking = inspect({ portalId: portal.id });
    await vscode.commands.executeCommand(commandIds.askBeforeReads, { portalId: portal.id });
    await assert.rejects(acceptFirstEntry(looking), /Read the private dialog with user 77\?/);
    assert.deepEqual(portal.dialogsRead, ["5"]);
  });
});
