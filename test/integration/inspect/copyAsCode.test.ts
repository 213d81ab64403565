import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds, rawReplyScheme, snippetScheme } from "../../../src/ids";
import { snippetClients } from "../../../src/core/snippets/clients";
import { inspect } from "../support/commands";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { acceptFirstEntry, closeQuestions } from "../support/questions";
import { makeRepository } from "../support/repository";
import { closeAllTabs } from "../support/tabs";

async function copyAsCode(argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(commandIds.copyAsCode, argument);
}

async function copied(argument: unknown): Promise<string> {
  await vscode.env.clipboard.writeText("");
  await copyAsCode(argument);
  return vscode.env.clipboard.readText();
}

describe("Copy as Code", () => {
  const portal = usePortal();

  it("copies the call of the dialog in front, and does not read it again", async () => {
    await inspect("chat210");
    const code = await copied({ client: "php", shape: "call" });
    assert.match(code, /'\/imbot\.dialog\.get'/);
    assert.match(code, /\['DIALOG_ID' => 'chat210'\]/);
    assert.deepEqual(portal.dialogsRead, ["chat210"]);
  });

  it("never copies the secret, whatever the client", async () => {
    await inspect("chat210");
    for (const { id } of snippetClients) {
      for (const shape of ["call", "program"]) {
        const code = await copied({ client: id, shape, method: "imbot.dialog.get" });
        assert.ok(code.includes("imbot.dialog.get"), id);
        assert.ok(!code.includes("demo0secret0demo"), id);
      }
    }
  });

  it("copies the type of the record that is shown", async () => {
    await inspect("chat210");
    const code = await copied({ client: "type-typescript" });
    assert.match(code, /^export interface DialogRecord \{\n {2}dialog_id: string;/);
    assert.doesNotMatch(code, /Ana/);
  });

  it("inserts at the cursor, where `$` stays what it is", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "ab", language: "php" });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 1, 0, 1);
    await copyAsCode({ client: "php", shape: "call", as: "insert", dialogId: "chat29" });
    await eventually(() => {
      assert.match(document.getText(), /^a\/\/ Set B24_WEBHOOK[^]*\$curl[^]*\nb$/);
    });
  });

  it("opens a document where the editor in front is only for reading", async () => {
    const reply = vscode.Uri.from({ scheme: rawReplyScheme, path: "/gone/chat29.json" });
    await vscode.window.showTextDocument(reply);
    await copyAsCode({ client: "php", shape: "call", as: "insert", dialogId: "chat29" });
    await eventually(() => {
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? "", /curl/);
    });
  });

  it("opens a document where the file in front may not be written", async () => {
    const root = await makeRepository("readonly", [], { "bot.php": "<?php\n" });
    const file = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, "bot.php"));
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand("workbench.action.files.setActiveEditorReadonlyInSession");
    await copyAsCode({ client: "php", shape: "call", as: "insert", dialogId: "chat29" });
    assert.equal(file.getText(), "<?php\n");
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? "", /curl/);
    await closeAllTabs();
    await vscode.workspace.fs.delete(root, { recursive: true });
  });

  it("opens a document in the language of the client", async () => {
    await copyAsCode({ client: "python", shape: "program", as: "document", dialogId: "chat29" });
    await eventually(() => {
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, "python");
      assert.match(document.getText(), /imbot\.dialog\.get[^]*chat29/);
    });
  });

  it("shows what is chosen beside the list, and takes it away with the list", async () => {
    const previews = (): readonly vscode.TextDocument[] =>
      vscode.window.visibleTextEditors
        .map(({ document }) => document)
        .filter(({ uri }) => uri.scheme === snippetScheme);
    const asked = copyAsCode({ dialogId: "chat29", method: "im.dialog.get" });
    await eventually(() => {
      assert.match(previews()[0]?.getText() ?? "", /B24_WEBHOOK[^]*im\.dialog\.get/);
    });
    await closeQuestions();
    await asked;
    await eventually(() => {
      assert.deepEqual(previews(), []);
    });
  });

  it("offers the last choice first", async () => {
    await copied({ client: "go", shape: "program", dialogId: "chat29" });
    await vscode.env.clipboard.writeText("");
    await acceptFirstEntry(copyAsCode({ dialogId: "chat29" }));
    assert.match(await vscode.env.clipboard.readText(), /^\/\/ [^]*package main/);
  });
});
