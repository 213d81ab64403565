import assert from "node:assert/strict";
import * as vscode from "vscode";
import { TreeNodes } from "../../../src/core/sidebar/treeNode";
import { treeCommandIds } from "../../../src/ids";
import { inspect, inspectInOwnTab } from "../support/commands";
import { eventually } from "../support/eventually";
import { withSetting } from "../support/settings";
import { usePortal } from "../support/portalUnderTest";
import { activeTab, showsTabs, titleIn } from "../support/tabs";

describe("Clicks in the sidebar", () => {
  const portal = usePortal();
  const nodes = new TreeNodes();

  async function click(dialogId: string): Promise<void> {
    const node = nodes.dialog(portal.id, "chats", dialogId);
    await vscode.commands.executeCommand(treeCommandIds.previewNode, node);
  }

  async function doubleClick(dialogId: string): Promise<void> {
    await Promise.all([click(dialogId), click(dialogId)]);
  }

  it("share one panel", async () => {
    for (const dialogId of ["chat29", "chat30", "chat210"]) await click(dialogId);
    await showsTabs("Ana via Telegram");
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat30", "chat210"]);
  });

  it("bring to the front what is open, and leave the shared panel alone", async () => {
    await inspectInOwnTab("chat30");
    await click("chat29");
    await click("chat30");
    await eventually(() => {
      assert.equal(titleIn(activeTab()?.label), "Lobby");
    });
    await showsTabs("Lobby", "Delivery bot pilot");
    await click("chat210");
    await showsTabs("Lobby", "Ana via Telegram");
  });

  it("bring to the front what is open before VS Code has told that another is there", async () => {
    await inspectInOwnTab("chat30");
    await showsTabs("Lobby");
    await Promise.all([click("chat29"), click("chat30")]);
    await showsTabs("Lobby", "Delivery bot pilot");
    await eventually(() => {
      assert.equal(titleIn(activeTab()?.label), "Lobby");
    });
  });

  it("keep the panel when they are double, and read once", async () => {
    await doubleClick("chat29");
    await click("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat30"]);
  });

  it("share it with look-ups, which take it over in turn", async () => {
    await click("chat29");
    await inspect("chat30");
    await showsTabs("Lobby");
    await click("chat210");
    await showsTabs("Ana via Telegram");
  });

  it("keep the panel of a dialog that is then inspected in a tab of its own", async () => {
    await click("chat29");
    await inspectInOwnTab("chat29");
    await click("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
  });

  it("keep the panel whose tab was pinned", async () => {
    await click("chat29");
    await showsTabs("Delivery bot pilot");
    await vscode.commands.executeCommand("workbench.action.pinEditor");
    await eventually(() => {
      assert.ok(activeTab()?.isPinned);
    });
    try {
      await click("chat30");
      await showsTabs("Delivery bot pilot", "Lobby");
    } finally {
      // Pinned tabs stay when all are closed.
      await vscode.commands.executeCommand("workbench.action.closeOtherEditors");
      await inspect("chat29");
      await vscode.commands.executeCommand("workbench.action.unpinEditor");
    }
  });

  it("open a tab each where the user wants it so", async () => {
    await withSetting("openInNewTab", true, async () => {
      await click("chat29");
      await inspect("chat30");
      await showsTabs("Delivery bot pilot", "Lobby");
    });
  });

  it("open a panel each where the user wants no previews", async () => {
    const editors = vscode.workspace.getConfiguration("workbench.editor");
    await editors.update("enablePreview", false, vscode.ConfigurationTarget.Global);
    try {
      await click("chat29");
      await click("chat30");
      await showsTabs("Delivery bot pilot", "Lobby");
    } finally {
      await editors.update("enablePreview", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("open a new panel once the shared one was closed", async () => {
    await click("chat29");
    await showsTabs("Delivery bot pilot");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await showsTabs();
    await click("chat29");
    await showsTabs("Delivery bot pilot");
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat29"]);
  });
});

describe("A dialog that was called something", () => {
  const portal = usePortal();

  it("is still called so while it is read, and when it is refused", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    portal.emulator.setFault({ name: "secretRotated" });
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
  });
});
