import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
import { usePortal } from "../support/portalUnderTest";
import { inspect, addPortal, switchPortal } from "../support/commands";
import { acceptFirstEntry, dismissQuestions, takeLens } from "../support/questions";
import { closeAllTabs, untitled } from "../support/tabs";
import { makeRepository } from "../support/repository";
import { withSetting } from "../support/settings";

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

/** Names of portals are text in a hover, and theirs is the host. */
async function hoverNames(uri: vscode.Uri, { host }: { readonly host: string }): Promise<void> {
  assert.ok((await hover(uri, "chat29")).replaceAll("\\", "").includes(host));
}

/** What the first link of a document looks up. */
async function linkOf(uri: vscode.Uri): Promise<unknown> {
  const [link] = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    "vscode.executeLinkProvider",
    uri,
    1,
  );
  const [argument] = JSON.parse(decodeURIComponent(link?.target?.query ?? "[]")) as unknown[];
  return argument;
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
    await hoverNames(uri, named);
    const argument = await linkOf(uri);
    assert.deepEqual(argument, { dialogId: "chat29", file: uri.toString() });
    assert.deepEqual([...named.emulator.requests, ...active.emulator.requests], []);
    for (const given of [argument, "chat29"]) {
      await inspect(given);
      assert.deepEqual([named.dialogsRead, active.dialogsRead], [["chat29"], []]);
      await closeAllTabs();
      named.emulator.reset();
      await vscode.window.showTextDocument(uri);
    }
  });

  it("is the active one where no .env names one that is stored", async () => {
    const uri = vscode.Uri.joinPath(root, "logs/bot.log");
    await hoverNames(uri, active);
    await inspect("chat29");
    assert.deepEqual([named.dialogsRead, active.dialogsRead], [[], ["chat29"]]);
  });

  it("follows the .env when that changes", async () => {
    const uri = vscode.Uri.joinPath(root, "bots/de/bot.php");
    const settings = vscode.Uri.joinPath(root, "bots/.env");
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode("B24_WEBHOOK=\n"));
    await eventually(async () => {
      await hoverNames(uri, active);
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

  describe("in an editor that stands open", () => {
    const { ViewColumn } = vscode;
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    const settings = (uri: vscode.Uri): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration("bitrix24", uri);

    afterEach(async () => {
      const uri = vscode.Uri.joinPath(root, "logs/bot.log");
      await settings(uri).update("portal", undefined, WorkspaceFolder);
    });

    const changes: Readonly<
      Record<string, readonly [path: string, change: (to: typeof named) => PromiseLike<unknown>]>
    > = {
      "the newly active one": ["", ({ id }) => switchPortal(id)],
      "the one that the .env names now": [
        "bots/de/bot.php",
        ({ emulator }) =>
          vscode.workspace.fs.writeFile(
            vscode.Uri.joinPath(root, "bots/.env"),
            new TextEncoder().encode(`B24_WEBHOOK=${emulator.webhook(1)}\n`),
          ),
      ],
      "the one that the setting names now": [
        "logs/bot.log",
        ({ host }) => settings(root).update("portal", host, WorkspaceFolder),
      ],
    };
    for (const [portalNow, [path, change]] of Object.entries(changes)) {
      it(`is ${portalNow}, for links and lenses`, async () => {
        const document = await (path === ""
          ? untitled("DIALOG_ID=chat29")
          : vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path)));
        const at = document.positionAt(document.getText().indexOf("chat29") + 1);
        const selection = new vscode.Range(at, at);
        const asksIn = async (portal: typeof named, ask: () => PromiseLike<unknown>) => {
          portal.emulator.reset();
          await eventually(async () => {
            await vscode.window.showTextDocument(document, {
              viewColumn: ViewColumn.One,
              selection,
            });
            await ask();
            assert.deepEqual(portal.dialogsRead.slice(0, 1), ["chat29"]);
          });
        };
        await withSetting("editor.codeLens", true, async () => {
          for (const portal of [active, named]) {
            await change(portal);
            await asksIn(portal, () => vscode.commands.executeCommand("editor.action.openLink"));
            await asksIn(portal, takeLens);
          }
        });
      });
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

    for (const [key, path] of [
      ["dialogId", "online/?IM_DIALOG=chat29"],
      ["text", "crm/deal/details/88/"],
      ["text", "company/personal/user/7/tasks/task/view/812/"],
    ] as const) {
      it(`is not asked for where a link says it: ${path}`, async () => {
        const argument = { [key]: `https://${named.host}/${path}`, file: uri.toString() };
        let lists = 0;
        const { window } = await extensionApi();
        const back = replaced(window, "showQuickPick", (show) => (...given) => {
          lists += 1;
          return show(...given);
        });
        try {
          await dismissQuestions(inspect(argument));
        } finally {
          back();
        }
        assert.equal(lists, 0);
        assert.deepEqual(active.emulator.requests, []);
      });
    }

    it("is asked for once, and kept in the folder's settings", async () => {
      const argument = await linkOf(uri);
      assert.deepEqual([named.emulator.requests, active.emulator.requests], [[], []]);
      await acceptFirstEntry(inspect(argument));
      assert.deepEqual([named.dialogsRead, active.dialogsRead], [[], ["chat29"]]);
      assert.equal(settings().get("portal"), active.host);
      active.emulator.reset();
      await inspect(argument);
      assert.deepEqual(active.dialogsRead, ["chat29"]);
      await settings().update("portal", undefined, WorkspaceFolder);
      active.emulator.reset();
      await inspect(argument);
      assert.deepEqual(active.dialogsRead, ["chat29"]);
    });

    it("is asked for until that is answered where it names one that is not stored", async () => {
      await settings().update("portal", "https://elsewhere.bitrix24.com/", WorkspaceFolder);
      const argument = await linkOf(uri);
      for (let times = 0; times < 2; times++) await dismissQuestions(inspect(argument));
      assert.deepEqual(active.dialogsRead, []);
    });

    it("is the one that the setting names, however its address is written", async () => {
      await settings().update("portal", `HTTP://${named.host}/`, WorkspaceFolder);
      await inspect(await linkOf(uri));
      assert.deepEqual([named.dialogsRead, active.dialogsRead], [["chat29"], []]);
    });
  });
});
