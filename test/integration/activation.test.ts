import assert from "node:assert/strict";
import * as vscode from "vscode";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe("Activation", () => {
  const extension = vscode.extensions.getExtension<unknown>(
    "dialog-inspector.bitrix24-dialog-inspector",
  );

  it("registers every command that the manifest contributes", async () => {
    assert.ok(extension, "the extension is not installed");
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension.packageJSON as Manifest;
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
