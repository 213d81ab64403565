import assert from "node:assert/strict";
import * as vscode from "vscode";
import { dialogPanelType } from "../../../src/ids";
import { eventually } from "./eventually";

/** Tabs of dialogs, in the order of groups and tabs. */
export function dialogTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isDialog);
}

/** VS Code puts a prefix of its own before the type that an extension names. */
function isDialog({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(`-${dialogPanelType}`);
}

/** What the dialogs are called; before that tabs have the id, and behind it a portal that is not the active one. */
export function titles(): readonly string[] {
  return dialogTabs().map(({ label }) => titleIn(label));
}

export function titleIn(label = ""): string {
  return label.replace(/ · [^·]*$/, "").replace(/^(?:chat)?\d+ /, "");
}

export function activeTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}

/** Tabs appear and get their titles a moment after the command that opens them. */
export async function showsTabs(...expected: readonly string[]): Promise<void> {
  await eventually(() => {
    assert.deepEqual(titles(), expected);
  });
}

export async function closeAllTabs(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await eventually(() => {
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      [],
    );
  });
}

/** Opens a file of the sample workspace in the first column, with the cursor behind a text in it. */
export async function openFile(path: string, cursorAt?: string): Promise<vscode.TextEditor> {
  const [file] = await vscode.workspace.findFiles(path);
  assert.ok(file, `${path} is not in the workspace`);
  const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
  if (cursorAt !== undefined) {
    const offset = editor.document.getText().indexOf(cursorAt);
    assert.ok(offset >= 0, `${cursorAt} is not in ${path}`);
    const position = editor.document.positionAt(offset + cursorAt.length);
    editor.selection = new vscode.Selection(position, position);
  }
  return editor;
}

/** Now and then VS Code hands out the document that was closed a moment ago, which had the same name. */
export async function untitled(content: string): Promise<vscode.TextDocument> {
  return eventually(async () => {
    const document = await vscode.workspace.openTextDocument({ language: "php", content });
    assert.equal(document.getText(), content);
    return show(document);
  });
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}
