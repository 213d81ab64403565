import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds, innerCommandIds, rowCommandIds, treeCommandIds } from "../../src/ids";
import { extensionId, refresh } from "./support/commands";

describe("Activation", () => {
  it("needs no command, and asks nothing of anybody", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, "the extension is not installed");
    await extension.activate();
    await refresh();
    assert.equal(extension.isActive, true);
  });

  it("registers the commands of the manifest, and no others", async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((id) =>
      /^bitrix24\.[a-z]\w+$/i.test(id),
    );
    const named = [commandIds, treeCommandIds, rowCommandIds, innerCommandIds].flatMap((ids) =>
      Object.values<string>(ids),
    );
    assert.deepEqual(registered.sort(), named.sort());
  });
});
