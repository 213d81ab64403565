import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds, innerCommandIds, treeCommandIds } from "../../../src/ids";
import { eventually } from "../support/eventually";
import { extensionApi, replaced } from "../support/extensionApi";
import { usePortal } from "../support/portalUnderTest";
import { Surfaces } from "../support/surfaces";
import { closeAllTabs } from "../support/tabs";

describe("What ends in an exception", () => {
  const portal = usePortal();
  let said: string[];
  let undo: (() => void)[];

  beforeEach(async () => {
    await closeAllTabs();
    said = [];
    const { window } = await extensionApi();
    undo = [
      replaced(window, "showErrorMessage", () => (message) => {
        said.push(String(message));
        return Promise.resolve(undefined);
      }),
    ];
  });

  afterEach(async () => {
    for (const back of undo.reverse()) back();
    await closeAllTabs();
  });

  for (const [page, command, argument] of [
    ["a dialog's page", commandIds.inspectDialog, { dialogId: "chat29" }],
    ["the page of Check Access", commandIds.checkAccess, undefined],
  ] as const) {
    it(`is said when a button of ${page} was pressed, and still logged`, async () => {
      const surfaces = await Surfaces.watch();
      undo.push(() => {
        surfaces.stop();
      });
      const given = { portalId: portal.id, ...argument };
      await vscode.commands.executeCommand(command, given);
      const { window } = await extensionApi();
      undo.push(
        replaced(window, "showTextDocument", () => () => {
          throw new Error("a text that nobody is to read");
        }),
      );
      const [page] = surfaces.pages;
      assert.ok(page, "no page was opened");
      // What is pressed before the page shows the dialog is not meant for it.
      await eventually(() =>
        assert.rejects(Promise.resolve(page.send({ type: "act", action: "openRaw" })), /nobody is/),
      );
      await eventually(() => {
        assert.deepEqual(said, [
          "This extension made a mistake. If it happens again, report it: the log of the extension host names the place.",
        ]);
      });
    });
  }

  it("is said as what it is when VS Code stores nothing", async () => {
    const pin = { portalId: portal.id, dialogId: "chat29" };
    undo.push(
      replaced(JSON, "stringify", (stringify) => (value, ...rest) => {
        if (Array.isArray(value) && "dialogId" in Object(value[0])) throw new Error("disk full");
        return stringify(value, ...rest);
      }),
    );
    const node = { type: "dialog", id: "x", section: "chats", ...pin };
    await vscode.commands.executeCommand(treeCommandIds.pinDialog, node);
    assert.deepEqual(said, ["VS Code could not store this, so nothing was changed. Try again."]);
  });

  it("is nothing to speak of when an editor was closed while it opened", async () => {
    const { window } = await extensionApi();
    undo.push(
      replaced(window, "showTextDocument", () => () => {
        return Promise.reject(new Error('Could NOT open editor for "untitled:Untitled-1".'));
      }),
    );
    await vscode.commands.executeCommand(innerCommandIds.openExample);
    assert.deepEqual(said, []);
  });
});
