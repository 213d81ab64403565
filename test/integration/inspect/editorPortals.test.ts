import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { inspect, addPortal, switchPortal } from "../support/commands";
import { acceptFirstEntry, dismissQuestions } from "../support/questions";
import { closeAllTabs } from "../support/tabs";
import { makeRepository } from "../support/repository";

/** What the hover over an id says, as Markdown; its links name the portal. */
async function hover(uri: vscode.Uri, text: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const at = document.positionAt(document.getText().indexOf(text) + 1);
  return eventually(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      uri,
      at,
    );
    const [content] = hovers.flatMap(({ contents }) => contents);
    assert.ok(content instanceof vscode.MarkdownString, "nothing is shown");
    return decodeURIComponent(content.value);
  });
}

describe("The portal of a document", () => {
  const named = usePortal(5);
  const active = usePortal(1);
  let root: vscode.Uri;

  before(async () => {
    root = await makeRepository("portals", [], {
      "bots/de/bot.php": "<?php call(['DIALOG_ID' => 'chat29']);",
      "bots/.env": `# nothing else of it is read\nB24_WEBHOOK=${named.emulator.webhook(5)}\n`,
      "logs/bot.log": "INFO DIALOG_ID=chat29",
    });
  });

  afterEach(closeAllTabs);

  after(async () => {
    await vscode.workspace.fs.delete(root, { recursive: true });
  });

  it("is the one whose webhook is in a .env above it, for hover, links and the box", async () => {
    const uri = vscode.Uri.joinPath(root, "bots/de/bot.php");
    assert.ok((await hover(uri, "chat29")).includes(`"portalId":"${named.id}"`));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      uri,
      1,
    );
    assert.deepEqual(
      links.map(({ target }) => decodeURIComponent(target?.query ?? "")),
      [`[{"dialogId":"chat29","portalId":"${named.id}"}]`],
    );
    assert.deepEqual([...named.emulator.requests, ...active.emulator.requests], []);
    await inspect("chat29");
    assert.deepEqual([named.dialogsRead, active.dialogsRead], [["chat29"], []]);
  });

  it("is the active one where no .env names one that is stored", async () => {
    const uri = vscode.Uri.joinPath(root, "logs/bot.log");
    assert.ok((await hover(uri, "chat29")).includes(`"portalId":"${active.id}"`));
    await inspect("chat29");
    assert.deepEqual([named.dialogsRead, active.dialogsRead], [[], ["chat29"]]);
  });

  it("follows the .env when that changes", async () => {
    const uri = vscode.Uri.joinPath(root, "bots/de/bot.php");
    const settings = vscode.Uri.joinPath(root, "bots/.env");
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode("B24_WEBHOOK=\n"));
    await eventually(async () => {
      assert.ok((await hover(uri, "chat29")).includes(`"portalId":"${active.id}"`));
    });
  });

  it("is text in a hover, whatever it and the dialog are called", async () => {
    const { uri } = await vscode.workspace.openTextDocument({ content: "DIALOG_ID=chat280" });
    await inspect({ dialogId: "chat280", portalId: active.id });
    const shown = [
      await eventually(async () => {
        const text = await hover(uri, "chat280");
        assert.match(text, /onerror/);
        return text;
      }),
    ];
    const name = "[x](command:workbench.action.quit) **b** $(flame) <img src=x>";
    const id = await addPortal({ webhook: active.emulator.webhook(9), name });
    await switchPortal(String(id));
    shown.push(await hover(uri, "chat280"));
    assert.match(shown[1] ?? "", /workbench/);
    for (const text of shown) {
      const targets = [...text.matchAll(/\]\(([^?)]+)/g)].map(([, target]) => target);
      assert.deepEqual(
        new Set(targets),
        new Set(["command:bitrix24.inspectDialog", "command:bitrix24.copyText"]),
      );
      assert.doesNotMatch(text, /(?<!\\)<img|(?<!\\)\*\*b/);
    }
  });

  describe("where nothing names it", () => {
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    let uri: vscode.Uri;

    before(() => {
      uri = vscode.Uri.joinPath(root, "logs/bot.log");
    });

    afterEach(async () => {
      await settings().update("portal", undefined, WorkspaceFolder);
    });

    const settings = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration("bitrix24", uri);

    async function link(): Promise<{ readonly folder?: string }> {
      const [only] = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        "vscode.executeLinkProvider",
        uri,
        1,
      );
      const [argument] = JSON.parse(decodeURIComponent(only?.target?.query ?? "[]")) as object[];
      return argument ?? {};
    }

    it("is asked for once, and kept in the folder's settings", async () => {
      const argument = await link();
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.equal(argument.folder, folder?.uri.toString());
      assert.deepEqual([named.emulator.requests, active.emulator.requests], [[], []]);
      await acceptFirstEntry(inspect(argument));
      assert.deepEqual([named.dialogsRead, active.dialogsRead], [[], ["chat29"]]);
      assert.equal(settings().get("portal"), active.host);
      assert.equal((await link()).folder, undefined);
      await settings().update("portal", undefined, WorkspaceFolder);
      active.emulator.reset();
      await inspect(argument);
      assert.deepEqual(active.dialogsRead, ["chat29"]);
    });

    it("is asked for until that is answered where it names one that is not stored", async () => {
      await settings().update("portal", "https://elsewhere.bitrix24.com/", WorkspaceFolder);
      const argument = await link();
      for (let times = 0; times < 2; times++) await dismissQuestions(inspect(argument));
      assert.deepEqual(active.dialogsRead, []);
    });

    it("is the one that the setting names, however its address is written", async () => {
      await settings().update("portal", `HTTP://${named.host}/`, WorkspaceFolder);
      const argument = await link();
      assert.deepEqual(argument, { dialogId: "chat29", portalId: named.id });
    });
  });
});
