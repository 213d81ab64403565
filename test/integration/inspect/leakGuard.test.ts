import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import { commandIds, innerCommandIds } from "../../../src/ids";
import { offeredAt } from "../support/codeActions";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
import { MemoryFiles } from "../support/memoryFiles";
import { usePortal } from "../support/portalUnderTest";
import { agreeing, dismissQuestions, modalQuestion } from "../support/questions";
import { gitIndex, makeRepository, makeWatchedFolder } from "../support/repository";
import { closeAllTabs } from "../support/tabs";

const webhook = "https://northwind.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/";
const { Warning, Information, Hint } = vscode.DiagnosticSeverity;

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Dialog Inspector");
}

async function underlined(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const [diagnostic, another] = ours(uri);
    assert.ok(diagnostic, "nothing is underlined");
    assert.equal(another, undefined);
    return diagnostic;
  });
}

async function fixes(uri: vscode.Uri): Promise<readonly vscode.CodeAction[]> {
  const { range } = await underlined(uri);
  return offeredAt({ uri }, range, /webhook|environment|secret/i);
}

async function take(uri: vscode.Uri, title: RegExp): Promise<void> {
  const fix = (await fixes(uri)).find((action) => title.test(action.title));
  assert.ok(fix, `there is no fix ${String(title)}`);
  if (fix.edit !== undefined) await vscode.workspace.applyEdit(fix.edit);
  if (fix.command !== undefined) {
    const { command, arguments: given = [] } = fix.command;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
  }
}

describe("Webhooks in files", () => {
  const portal = usePortal(1);
  const tracked = ["bot.php", ".env.prod", "sub/bot.py"];
  let root: vscode.Uri;

  before(async () => {
    for (const folder of ["leaks", "leaks/.git"]) await makeWatchedFolder(folder);
    root = await makeRepository("leaks", tracked, {
      ".gitignore": "*.local.php\n",
      "bot.php": `<?php\n$url = '${webhook}profile';\n`,
      ".env.prod": `B24_WEBHOOK=${webhook}\n`,
      "sub/bot.py": `URL = "${webhook}"\n`,
      "later.php": `<?php $url = '${webhook}';\n`,
      "new.php": `<?php $url = '${webhook}';\n`,
      "bot.local.php": `<?php $url = '${webhook}';\n`,
      ".env": `B24_WEBHOOK=${webhook}\n`,
      "config.json": `{ "url": "${webhook}" }\n`,
      "example.php": "<?php $url = 'https://your-domain.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/';\n",
    });
  });

  afterEach(closeAllTabs);

  after(async () => {
    await vscode.workspace.fs.delete(root, { recursive: true });
  });

  async function open(path: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path));
    await vscode.window.showTextDocument(document);
    return document;
  }

  it("stay underlined when a document gets another language", async () => {
    const content = `url = "${webhook}"`;
    const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
    await vscode.window.showTextDocument(document);
    await underlined(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, "python");
    await underlined(document.uri);
  });

  for (const [path, severity, state] of [
    ["bot.php", Warning, "Git tracks this file."],
    ["sub/bot.py", Warning, "Git tracks this file."],
    [".env.prod", Warning, "Git tracks this file."],
    ["new.php", Warning, "Git does not ignore this file."],
    ["bot.local.php", Hint, "Git ignores this file."],
    [".env", Hint, "Git does not ignore this file."],
  ] as const) {
    it(`are underlined in ${path} as ${vscode.DiagnosticSeverity[severity].toLowerCase()}, without a request`, async () => {
      const { uri } = await open(path);
      const diagnostic = await underlined(uri);
      assert.equal(diagnostic.severity, severity);
      assert.equal(
        diagnostic.message,
        `A webhook of northwind.bitrix24.de: whoever reads it can act there as user 1. ${state}`,
      );
      assert.ok(!JSON.stringify(diagnostic).includes("k3x9p2m7v1c8z4q6"));
      assert.deepEqual(portal.emulator.requests, []);
    });
  }

  it("are underlined as git takes the file now, when a terminal has changed that", async () => {
    const { uri } = await open("later.php");
    assert.equal((await underlined(uri)).severity, Warning);
    const inRepository = (path: string): string => vscode.Uri.joinPath(root, path).fsPath;
    const becomes = async (severity: vscode.DiagnosticSeverity, state: string): Promise<void> => {
      await eventually(async () => {
        const diagnostic = await underlined(uri);
        assert.equal(diagnostic.severity, severity);
        assert.ok(diagnostic.message.endsWith(state), diagnostic.message);
      });
    };
    await writeFile(inRepository(".gitignore"), "*.local.php\nlater.php\n");
    await becomes(Hint, "Git ignores this file.");
    await writeFile(inRepository(".git/index"), gitIndex([...tracked, "later.php"]));
    await becomes(Warning, "Git tracks this file.");
  });

  it("are underlined in a document without a file, and no longer once they are gone", async () => {
    const content = `curl ${webhook}profile`;
    const document = await vscode.workspace.openTextDocument({ language: "shellscript", content });
    await vscode.window.showTextDocument(document);
    assert.equal((await underlined(document.uri)).severity, Information);
    await take(document.uri, /environment variable B24_WEBHOOK/);
    assert.equal(document.getText(), 'curl "${B24_WEBHOOK}"profile');
    await eventually(() => {
      assert.deepEqual(ours(document.uri), []);
    });
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("can be said to be none, in a comment, or for a file that has none", async () => {
    const code = await open("new.php");
    await take(code.uri, /^Not a secret here: say so/);
    assert.match(code.getText(), /; \/\/ not a secret\n$/);
    await eventually(() => {
      assert.deepEqual(ours(code.uri), []);
    });
    await code.save();
    const settings = await open("config.json");
    assert.deepEqual(
      (await fixes(settings.uri)).map(({ title }) => title.replace(/ \(.*/, "")),
      ["Add this portal and store the webhook safely", "Not a secret here: leave this file alone"],
    );
    await take(settings.uri, /^Not a secret here/);
    assert.deepEqual(ours(settings.uri), []);
  });

  it("stay allowed when somebody allows them while they are looked for", async () => {
    const text = `{ "url": "${webhook}" }`;
    const files = new MemoryFiles("bitrix24-gated", { "/a.json": text, "/b.json": text });
    const [first, second] = [files.uri("/a.json"), files.uri("/b.json")];
    await vscode.window.showTextDocument(first, { viewColumn: vscode.ViewColumn.One });
    await underlined(first);
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let waiting = 0;
    files.gate = async (path) => {
      if (path !== "/.git") return;
      waiting += 1;
      await opened;
    };
    await vscode.window.showTextDocument(second, { viewColumn: vscode.ViewColumn.Two });
    await eventually(() => {
      assert.ok(waiting > 1);
    });
    await vscode.commands.executeCommand(innerCommandIds.allowSecrets, first);
    open();
    await underlined(second);
    assert.deepEqual(ours(first), []);
    files.dispose();
  });

  it("are stored as a portal's, and read from the environment from then on", async () => {
    const document = await open("bot.php");
    await underlined(document.uri);
    const real = portal.emulator.webhook(9);
    const edit = new vscode.WorkspaceEdit();
    const text = document.getText();
    const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    edit.replace(document.uri, all, text.replace(webhook, real));
    await vscode.workspace.applyEdit(edit);
    await eventually(async () => {
      const [add] = await fixes(document.uri);
      assert.match(add?.title ?? "", new RegExp(`\\(${portal.host}\\)$`));
      assert.ok(!JSON.stringify(add).includes(real));
    });
    assert.deepEqual(portal.emulator.requests, []);
    const question = await modalQuestion(take(document.uri, /^Add this portal/));
    assert.equal(question, `Add the portal ${portal.host}?`);
    assert.deepEqual(portal.emulator.requests, []);
    await agreeing("Add Portal", () => take(document.uri, /^Add this portal/));
    assert.equal(document.getText(), "<?php\n$url = getenv('B24_WEBHOOK') . 'profile';\n");
    assert.ok(portal.emulator.journal.some(({ method }) => method === "profile"));
    await document.save();
  });

  it("stay where they are in a file that has changed on the disk meanwhile", async () => {
    const uri = vscode.Uri.joinPath(root, "changed.php");
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const code = `<?php\n$url = '${portal.emulator.webhook(5)}';\n`;
    await write(code);
    const document = await open("changed.php");
    // VS Code takes what is on the disk only into a document without changes.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(code.length), "// draft\n");
    await vscode.workspace.applyEdit(edit);
    await underlined(uri);
    const { window } = await extensionApi();
    const said: string[] = [];
    const undo = [
      replaced(window, "showWarningMessage", () => async () => {
        await write(`<?php\n\n\n${code}`);
        return "Add Portal";
      }),
      replaced(window, "showInformationMessage", () => (message) => {
        said.push(String(message));
        return Promise.resolve(undefined);
      }),
    ];
    try {
      await take(uri, /^Add this portal/);
    } finally {
      for (const back of undo.reverse()) back();
    }
    assert.equal(document.getText(), `${code}// draft\n`);
    assert.match(said.join(), /The file has changed meanwhile, so it was left as it is/);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(uri);
  });

  it("are found in files that nobody has opened, and forgotten when those are gone", async () => {
    const gone = vscode.Uri.joinPath(root, "gone.php");
    // Lines may end as on old computers.
    const text = `<?php\r// old\r$url = '${webhook}';\r`;
    await vscode.workspace.fs.writeFile(gone, new TextEncoder().encode(text));
    const search = vscode.commands.executeCommand(commandIds.findWebhooksInWorkspace);
    const found = await underlined(vscode.Uri.joinPath(root, "sub/bot.py"));
    assert.equal(found.severity, Warning);
    assert.deepEqual(ours(vscode.Uri.joinPath(root, "example.php")), []);
    assert.equal((await underlined(gone)).range.start.line, 2);
    await dismissQuestions(search);
    await vscode.workspace.fs.delete(gone);
    await dismissQuestions(vscode.commands.executeCommand(commandIds.findWebhooksInWorkspace));
    assert.deepEqual(ours(gone), []);
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("are left alone where the setting says so", async () => {
    const settings = vscode.workspace.getConfiguration("bitrix24");
    await open("sub/bot.py");
    const uri = vscode.Uri.joinPath(root, "sub/bot.py");
    await underlined(uri);
    await settings.update("leakGuard", false, vscode.ConfigurationTarget.Global);
    try {
      await eventually(() => {
        assert.deepEqual(ours(uri), []);
      });
    } finally {
      await settings.update("leakGuard", undefined, vscode.ConfigurationTarget.Global);
    }
    await underlined(uri);
  });
});
