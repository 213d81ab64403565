import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { inspect } from "../support/commands";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
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

describe("Searching chats with a link", () => {
  const portal = usePortal();
  const other = usePortal();

  const searched = (text: string): Thenable<unknown> =>
    vscode.commands.executeCommand(commandIds.searchChats, { portalId: portal.id, text });

  for (const [where, home] of [
    ["in the portal that is searched", portal],
    ["in another one that it leads to", other],
  ] as const) {
    it(`reads its dialog ${where}`, async () => {
      await acceptFirstEntry(searched(`${home.emulator.origin}/online/?IM_DIALOG=chat29`));
      assert.deepEqual(home.dialogsRead, ["chat29"]);
      assert.deepEqual((home === portal ? other : portal).dialogsRead, []);
    });
  }

  it("reads nothing where the link leads to a portal that is not stored, until that is asked", async () => {
    const link = "https://elsewhere.example/online/?IM_DIALOG=chat29";
    const { window } = await extensionApi();
    const lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    const undo = replaced(window, "createQuickPick", (create) => () => {
      lists.push(create() as vscode.QuickPick<vscode.QuickPickItem>);
      return lists.at(-1);
    });
    const searching = searched(link);
    await eventually(async () => {
      if (lists.length < 2)
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      assert.equal(lists[0]?.items[0]?.description, "at elsewhere.example, not in this portal");
      assert.equal(lists[1]?.items[0]?.label, "Add the portal elsewhere.example");
    });
    undo();
    await dismissQuestions(searching);
    assert.deepEqual([...portal.dialogsRead, ...other.dialogsRead], []);
  });
});
