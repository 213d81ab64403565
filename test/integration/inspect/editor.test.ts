import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { offeredAt } from "../support/codeActions";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
import { usePortal } from "../support/portalUnderTest";
import { linked } from "../support/providers";
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

  it("have a pin in the list of the workspace, where they are ids and not what is looked for, which shows what it did", async () => {
    type List = vscode.QuickPick<vscode.QuickPickItem>;
    type Press = (pressed: vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>) => unknown;
    let list: List | undefined;
    let press: Press | undefined;
    const { window } = await extensionApi();
    const undo = replaced(window, "createQuickPick", (create) => () => {
      list = create() as List;
      const subscribe = list.onDidTriggerItemButton;
      Object.defineProperty(list, "onDidTriggerItemButton", {
        value: (listener: Press) => {
          press = listener;
          return subscribe(listener);
        },
      });
      return list;
    });
    const listed = vscode.commands.executeCommand(commandIds.listDialogsInWorkspace);
    const shown = await eventually(() => {
      assert.ok(list !== undefined && list.items.length > 0 && press !== undefined);
      return list;
    });
    undo();
    const withPin = shown.items.filter(({ buttons = [] }) =>
      buttons.some(({ tooltip }) => tooltip === "Pin"),
    );
    assert.deepEqual(
      withPin.filter(({ label }) => label.includes("imol")),
      [],
    );
    const row = (): vscode.QuickPickItem =>
      shown.items.find(({ label }) => label === "chat210") ?? assert.fail();
    const before = row();
    shown.activeItems = [before];
    for (const [tooltip, next, described] of [
      ["Pin", "Unpin", "pinned"],
      ["Unpin", "Pin", ""],
    ] as const) {
      const button = row().buttons?.find((each) => each.tooltip === tooltip);
      assert.ok(button, `no ${tooltip}`);
      await press?.({ item: row(), button });
      assert.deepEqual(
        row().buttons?.map((each) => each.tooltip),
        ["Open the first place", next, "Copy"],
      );
      assert.equal(row().description, described);
      assert.equal(shown.activeItems[0], row());
    }
    await dismissQuestions(listed);
  });

  it("are links, and nothing else is", async () => {
    const document = await open();
    const links = await eventually(async () => {
      const found = await linked(document);
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
    const [inspect] = await offeredAt({ uri }, new vscode.Range(at, at), "Inspect chat29");
    assert.ok(inspect.command);
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
