import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds, rowCommandIds, treeCommandIds } from "../../src/ids";
import { extensionId } from "./support/commands";

interface Manifest {
  readonly description: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: {
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
}

describe("Manifest, as VS Code reads it", () => {
  const extension = vscode.extensions.getExtension(extensionId);
  const manifest = extension?.packageJSON as Manifest;

  it("contributes the commands that users rely on, and only such as exist", () => {
    const contributed = new Set(manifest.contributes.commands.map(({ command }) => command));
    const fixed: readonly string[] = Object.values(commandIds);
    const onRows = [treeCommandIds, rowCommandIds].flatMap((ids) => Object.values<string>(ids));
    const known = new Set([...fixed, ...onRows]);
    assert.deepEqual(
      fixed.filter((id) => !contributed.has(id)),
      [],
    );
    assert.deepEqual(
      [...contributed].filter((id) => !known.has(id)),
      [],
    );
  });

  it("has a translatable text behind every placeholder", () => {
    const untranslated = JSON.stringify(manifest).match(/"%[\w.]+%"/g);
    assert.equal(untranslated, null);
  });

  it("names every command in the palette under one category", () => {
    const hidden = new Set(
      manifest.contributes.menus.commandPalette
        .filter(({ when }) => when === "false")
        .map(({ command }) => command),
    );
    const palette = manifest.contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ title, category }) => `${category}: ${title}`);
    assert.deepEqual(new Set(palette).size, palette.length);
    for (const entry of palette) assert.match(entry, /^Bitrix24: [A-Z]\w+( \w+)*$/);
  });

  it("describes every setting and keeps the prefix", () => {
    for (const [name, { markdownDescription }] of Object.entries(
      manifest.contributes.configuration.properties,
    )) {
      assert.match(name, /^bitrix24(\.[a-z]\w+)+$/);
      assert.ok(typeof markdownDescription === "string" && markdownDescription.length > 20, name);
    }
  });

  it("starts when the window has, or with a panel to restore", () => {
    for (const event of manifest.activationEvents) {
      assert.match(event, /^(onStartupFinished$|onWebviewPanel:bitrix24\.)/);
    }
  });
});
