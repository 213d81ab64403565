import assert from "node:assert/strict";
import * as vscode from "vscode";
import { rawReplyScheme } from "../../src/ids";
import { refresh } from "./support/commands";

describe("Raw replies", () => {
  it("say that they are not kept when one is opened that nobody asked for", async () => {
    await refresh(); // activates the extension, which provides the documents
    const uri = vscode.Uri.from({ scheme: rawReplyScheme, path: "/portal/chat29.json" });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /^Replies are not kept when VS Code restarts\./);
  });

  it("cannot be written to", () => {
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(rawReplyScheme), true);
  });
});
