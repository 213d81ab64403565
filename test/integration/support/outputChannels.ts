import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { eventually } from "./eventually";

/** Waits until the extension's log shows a text. */
export async function logShows(expected: RegExp): Promise<void> {
  await logWith(expected);
}

/** The extension's log, once it shows a text. */
export async function logWith(expected: RegExp): Promise<string> {
  return read(commandIds.showLog, /Dialog Inspector/, expected);
}

/** The log of the extension host itself: errors that a command lets through end there. */
export async function hostLogWith(expected: RegExp): Promise<string> {
  const shown = (await vscode.commands.getCommands()).find((id) =>
    /^workbench\.action\.output\.show\.(remoteexthost|exthost)$/i.test(id),
  );
  assert.ok(shown, "VS Code has no output channel of the extension host");
  return read(shown, /exthost$/i, expected);
}

/** An output channel is a document while it is shown. */
async function read(command: string, channel: RegExp, expected: RegExp): Promise<string> {
  await vscode.commands.executeCommand(command);
  try {
    return await eventually(() => {
      const document = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === "output" && channel.test(uri.path),
      );
      assert.ok(document, "the output channel is not shown");
      const text = document.getText();
      assert.match(text, expected);
      return text;
    });
  } finally {
    await closeOutput();
  }
}

export async function closeOutput(): Promise<void> {
  const isGone = async (): Promise<void> => {
    // More than once: a channel may come to the front after its text can be read.
    await vscode.commands.executeCommand("workbench.action.closePanel");
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.scheme);
    assert.ok(!shown.includes("output"), "the output is still shown");
  };
  await eventually(async () => {
    try {
      await eventually(isGone, 1_000);
    } catch (error) {
      // VS Code takes one for shown that was closed while it was being opened, until it was shown once more.
      await vscode.commands.executeCommand("workbench.panel.output.focus");
      throw error;
    }
  });
}
