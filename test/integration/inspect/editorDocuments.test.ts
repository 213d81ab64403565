import assert from "node:assert/strict";
import { once } from "node:events";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { inspect } from "../support/commands";
import { offeredAt } from "../support/codeActions";
import { eventually } from "../support/eventually";
import { MemoryFiles } from "../support/memoryFiles";
import { usePortal } from "../support/portalUnderTest";
import { hovered, linked } from "../support/providers";
import { takeLens } from "../support/questions";
import { withSetting } from "../support/settings";
import { closeAllTabs, show, untitled } from "../support/tabs";

const line = "\t// 😀 ONIMBOTMESSAGEADD 'DIALOG_ID' => 'chat29',\r\n";

async function output(name: string): Promise<vscode.TextDocument> {
  return eventually(() => {
    const document = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === "output" && uri.path.includes(name),
    );
    assert.ok(document, `no output of ${name}`);
    assert.ok(document.getText().includes("chat29"));
    return document;
  });
}

const { ViewColumn } = vscode;

describe("Documents whose DIALOG_IDs are seen", () => {
  const portal = usePortal(1);
  const channel = vscode.window.createOutputChannel("Delivery bot");
  const files = new MemoryFiles("bitrix24-memory", { "/bot.php": line });

  afterEach(closeAllTabs);

  after(() => {
    channel.dispose();
    files.dispose();
  });

  const kinds: Readonly<Record<string, () => Promise<vscode.TextDocument>>> = {
    "an untitled document": () => untitled(line),
    "a file of another file system": async () =>
      show(await vscode.workspace.openTextDocument(files.uri("/bot.php"))),
    "the output of a program": async () => {
      channel.append(line);
      channel.show();
      return output("Delivery bot");
    },
    "a cell of a notebook": async () => {
      const { Code } = vscode.NotebookCellKind;
      const data = new vscode.NotebookData([new vscode.NotebookCellData(Code, line, "python")]);
      // Now and then the oldest VS Code waits for ever for the page of an editor: then it is opened anew.
      return eventually(async () => {
        const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", data);
        const shown = Promise.resolve(vscode.window.showNotebookDocument(notebook));
        await Promise.race([shown, once(AbortSignal.timeout(4_000), "abort")]);
        assert.equal(vscode.window.activeNotebookEditor?.notebook, notebook);
        return notebook.cellAt(0).document;
      });
    },
  };
  for (const [kind, open] of Object.entries(kinds)) {
    it(`are ${kind}, with the place of the id alone, and no request`, async () => {
      const document = await open();
      // VS Code breaks off either question when the extension of a language registers meanwhile, as `offeredAt` knows.
      await eventually(async () => {
        assert.deepEqual(await hovered(document), ["chat29"]);
        const links = await linked(document);
        assert.deepEqual(
          links.map(({ range }) => document.getText(range)),
          ["chat29"],
        );
      });
      await offeredAt(document, document.lineAt(0).range, "Explain this event");
      assert.deepEqual(portal.emulator.requests, []);
    });
  }

  it("are not our own log", async () => {
    await inspect("chat29");
    await vscode.commands.executeCommand(commandIds.showLog);
    const log = await output("Dialog Inspector");
    assert.deepEqual([await hovered(log), await linked(log)], [[], []]);
  });

  it("are not the sides of a diff, until they are open alone", async () => {
    const [before, after] = await Promise.all(
      [line, `${line}\n`].map((content) =>
        vscode.workspace.openTextDocument({ language: "php", content }),
      ),
    );
    assert.ok(before && after);
    await vscode.commands.executeCommand("vscode.diff", before.uri, after.uri);
    await eventually(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      assert.ok(input instanceof vscode.TabInputTextDiff);
    });
    assert.deepEqual([await hovered(after), await linked(after)], [[], []]);
    await show(after);
    await eventually(async () => {
      assert.deepEqual(await hovered(after), ["chat29"]);
    });
  });

  it("have a line above each that names one, where the setting asks for it", async () => {
    const content = "chat29 chat30\n\nCHAT_ID=210";
    const document = await untitled(content);
    await withSetting("editor.codeLens", true, async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      assert.deepEqual(
        lenses.map(({ command, range }) => [range.start.line, command?.title]),
        [
          [0, "Inspect chat29"],
          [2, "Inspect chat210"],
        ],
      );
    });
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("are links, or have a line above, as soon as a setting asks for it", async () => {
    const document = await withSetting("editor.links", false, async () => {
      const shown = await untitled("chat29");
      assert.deepEqual(await linked(shown), []);
      return shown;
    });
    const selection = new vscode.Range(0, 2, 0, 2);
    const asks = async (command: () => PromiseLike<unknown>) => {
      portal.emulator.reset();
      await eventually(async () => {
        await vscode.window.showTextDocument(document, { viewColumn: ViewColumn.One, selection });
        await command();
        assert.deepEqual(portal.dialogsRead.slice(0, 1), ["chat29"]);
      });
    };
    // First: VS Code looks for lenses again when an editor gets the keyboard back, too.
    await withSetting("editor.codeLens", true, () => asks(takeLens));
    await asks(() => vscode.commands.executeCommand("editor.action.openLink"));
  });
});
