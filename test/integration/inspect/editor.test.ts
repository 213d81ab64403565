import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
import { usePortal } from "../support/portalUnderTest";
import { dismissQuestions } from "../support/questions";
import { closeAllTabs, showsTabs } from "../support/tabs";

const code = [
  "call('imbot.dialog.get', ['DIALOG_ID' => 'chat29']);",
  'const when = "2026-11-25", version = "1.29.0";',
  "'CHAT_ID' => 210,",
].join("\n");

describe("DIALOG_IDs in an editor", () => {
  const portal = usePortal(1);

  afterEach(closeAllTabs);

  async function open(content = code): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument({ language: "php", content });
    await vscode.window.showTextDocument(document);
    return document;
  }

  it("have a pin in the list of the workspace, where they are ids and not what is looked for", async () => {
    const lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    const { window } = await extensionApi();
    const undo = replaced(window, "createQuickPick", (create) => () => {
      const list = create() as vscode.QuickPick<vscode.QuickPickItem>;
      lists.push(list);
      return list;
    });
    const listed = vscode.commands.executeCommand(commandIds.listDialogsInWorkspace);
    const pinned = await eventually(() => {
      const items = lists[0]?.items ?? [];
      assert.ok(items.length > 0);
      return items
        .filter(({ buttons = [] }) => buttons.some(({ tooltip }) => tooltip === "Pin"))
        .map(({ label }) => label);
    });
    undo();
    await dismissQuestions(listed);
    assert.ok(pinned.includes("chat210"));
    assert.deepEqual(
      pinned.filter((label) => label.includes("imol")),
      [],
    );
  });

  it("are links, and nothing else is", async () => {
    const { uri } = await open();
    const links = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        "vscode.executeLinkProvider",
        uri,
      );
      assert.equal(found.length, 2);
      return found;
    });
    assert.deepEqual(
      links.map(({ tooltip }) => tooltip),
      ["Inspect chat29", "Inspect chat210"],
    );
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("say under the pointer what is known, without a request", async () => {
    const { uri } = await open();
    const at = new vscode.Position(0, code.indexOf("chat29") + 2);
    const hovers = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        uri,
        at,
      );
      assert.equal(found.length, 1);
      return found;
    });
    const [content] = hovers[0]?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.match(content.value, /chat29/);
    assert.match(content.value, /command:bitrix24\.inspectDialog/);
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("are looked up by the light bulb's command", async () => {
    const { uri } = await open();
    const at = new vscode.Position(0, code.indexOf("chat29") + 2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      new vscode.Range(at, at),
    );
    const inspect = actions.find(({ title }) => title === "Inspect chat29");
    assert.ok(inspect?.command);
    await vscode.commands.executeCommand(
      inspect.command.command,
      ...((inspect.command.arguments ?? []) as unknown[]),
    );
    await showsTabs("Delivery bot pilot");
    assert.deepEqual(portal.dialogsRead, ["chat29"]);
  });

  it("have no line above them, unless the setting asks for one", async () => {
    const { uri } = await open();
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      uri,
    );
    assert.deepEqual(lenses, []);
  });
});
