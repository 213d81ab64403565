import assert from "node:assert/strict";
import * as vscode from "vscode";
import { offeredAt } from "../support/codeActions";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { withSetting } from "../support/settings";
import { closeAllTabs } from "../support/tabs";

const php = [
  "<?php",
  "// imbot.message.add is what this calls",
  "call('imbot.message.add', ['BOT_ID' => 456]);",
  "call('imbot.v2.chat.get', ['botId' => 456]);",
  "$session = explode('|', $chat['entity_data_1'])[5];",
].join("\n");

const { Hint, Warning } = vscode.DiagnosticSeverity;

async function open(content: string, language: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

function ours({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Dialog Inspector");
}

async function take(document: vscode.TextDocument, range: vscode.Range, title: string) {
  const [action] = await offeredAt(document, range, title);
  assert.ok(action.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe("Hints in the code of bots", () => {
  const portal = usePortal(1);

  afterEach(async () => {
    for (const name of ["migrationHints", "ignoredMigrationRules"]) {
      const settings = vscode.workspace.getConfiguration("bitrix24");
      await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
    await closeAllTabs();
  });

  it("underline what is outdated or misspelled, without a request", async () => {
    const document = await open(php, "php");
    await eventually(() => {
      assert.deepEqual(
        ours(document).map(({ code, severity, range }) => [
          code,
          severity,
          document.getText(range),
        ]),
        [
          ["outdated-method", Hint, "imbot.message.add"],
          ["method-case", Warning, "imbot.v2.chat.get"],
        ],
      );
    });
    assert.deepEqual(portal.emulator.requests, []);
  });

  for (const [language, code, ...expected] of [
    [
      "javascript",
      "await b24.call('imbot.v2.Command.register', { botId: 456, command: 'help' });",
      ["past-date", Warning, "imbot.v2.Command.register"],
    ],
    [
      "python",
      'for event in call("imbot.v2.Event.get", {"botId": 456}):\n    save(event["lastEventId"])',
      ["past-date", Warning, "lastEventId"],
    ],
    [
      "typescript",
      "if (error === 'CLIENT_ID_NOT_SPECIFIED') ask();\ncall('imbot.v2.bot.LIST');",
      ["past-date", Warning, "CLIENT_ID_NOT_SPECIFIED"],
      ["method-case", Warning, "imbot.v2.bot.LIST"],
    ],
    // Prose, comments, data and what only contains a name are no calls of it.
    ["php", "<?php // 'imbot.message.add'\n$help = 'Use imbot.message.add to write';"],
    ["typescript", "/** @see 'imbot.message.add' */ client.imbot.message.add();"],
    ["json", '{ "method": "imbot.message.add" }'],
    ["markdown", "`imbot.message.add`"],
  ] as const) {
    it(`underline in ${language} what stands as a name: ${code.slice(0, 50)}`, async () => {
      // The first has been looked at when the second, which comes later into sight, is underlined.
      const document = await open(code, language);
      await open(php, "php");
      await eventually(() => {
        const second = vscode.window.activeTextEditor?.document;
        assert.ok(second && ours(second).length === 2);
        assert.deepEqual(
          ours(document).map(({ code: rule, severity, range }) => [
            rule,
            severity,
            document.getText(range),
          ]),
          expected,
        );
      });
      assert.deepEqual(portal.emulator.requests, []);
    });
  }

  it("are left in sight of the rules that are not silenced", async () => {
    const text = `${php}\nif ($error === 'CLIENT_ID_NOT_SPECIFIED') ask();`;
    const document = await open(text, "php");
    const rules = ["outdated-method", "method-case", "past-date"];
    for (const silent of rules) {
      await withSetting("ignoredMigrationRules", [silent], async () => {
        await eventually(() => {
          assert.deepEqual(
            ours(document).map(({ code: rule }) => rule),
            rules.filter((rule) => rule !== silent),
          );
        });
      });
    }
  });

  it("put the new name with a click", async () => {
    const document = await open(php, "php");
    const [first, second] = await eventually(() => {
      const found = ours(document);
      assert.equal(found.length, 2);
      return found;
    });
    assert.ok(first && second);
    await take(document, second.range, "Replace the name by imbot.v2.Chat.get");
    const title = "Replace the name by imbot.v2.Chat.Message.send (parameters change, too)";
    await take(document, first.range, title);
    await eventually(() => {
      assert.deepEqual(ours(document), []);
    });
    assert.match(document.getText(), /call\('imbot\.v2\.Chat\.Message\.send'/);
  });

  it("put it where the name has moved to, too", async () => {
    const document = await open(php, "php");
    const [, second] = await eventually(() => {
      const found = ours(document);
      assert.equal(found.length, 2);
      return found;
    });
    assert.ok(second);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, second.range.start.with({ character: 0 }), "$answer = ");
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { range } = document.lineAt(second.range.start);
    await take(document, range, "Replace the name by imbot.v2.Chat.get");
    assert.match(document.getText(), /\n\$answer = call\('imbot\.v2\.Chat\.get', \[/);
  });

  it("are silent when the settings say so, rule by rule", async () => {
    const document = await open(php, "php");
    const settings = vscode.workspace.getConfiguration("bitrix24");
    const { Global } = vscode.ConfigurationTarget;
    await settings.update("ignoredMigrationRules", ["outdated-method"], Global);
    await eventually(() => {
      assert.deepEqual(
        ours(document).map(({ code }) => code),
        ["method-case"],
      );
    });
    await settings.update("migrationHints", false, Global);
    await eventually(() => {
      assert.deepEqual(ours(document), []);
    });
  });

  it("parse an entity string that is read by position", async () => {
    const document = await open(php, "php");
    const at = new vscode.Position(4, php.split("\n")[4]?.indexOf("'|'") ?? 0);
    await take(document, new vscode.Range(at, at), "Read entity_data_1 with a parser");
    const text = document.getText();
    assert.match(text, /\nfunction parseEntityData1\(\?string \$text\): array\n/);
    assert.ok(text.endsWith("$session = parseEntityData1($chat['entity_data_1'])['session_id'];"));
  });
});
