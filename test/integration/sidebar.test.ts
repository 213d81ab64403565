import assert from "node:assert/strict";
import * as vscode from "vscode";
import { TreeNodes, type Section, type TreeNode } from "../../src/core/sidebar/treeNode";
import { commandIds, treeCommandIds } from "../../src/ids";
import { usePortal } from "./support/portalUnderTest";
import { modalQuestion } from "./support/questions";
import { closeAllTabs, showsTabs } from "./support/tabs";

describe("Commands of the sidebar", () => {
  const portal = usePortal();
  const nodes = new TreeNodes();

  async function run(id: string, ...selected: readonly TreeNode[]): Promise<void> {
    await vscode.commands.executeCommand(id, selected[0], selected);
  }

  function dialog(dialogId: string, section: Section = "recent"): TreeNode {
    return nodes.dialog(portal.id, section, dialogId);
  }

  it("open the dialog of a node, in its own portal", async () => {
    await run(treeCommandIds.inspectNode, dialog("chat29"));
    await showsTabs("Delivery bot pilot");
    assert.deepEqual(portal.dialogsRead, ["chat29"]);
  });

  it("ask before a read that may create a chat which no list of the portal has shown", async () => {
    const question = await modalQuestion(run(treeCommandIds.inspectNode, dialog("77")));
    assert.equal(question, "Read the private dialog with user 77?");
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("ask about a private dialog that only the caller says was listed", async () => {
    const forged = dialog("5", "chats");
    for (const id of [treeCommandIds.inspectNode, treeCommandIds.previewNode]) {
      const question = await modalQuestion(run(id, forged));
      assert.equal(question, "Read the private dialog with user 5?");
    }
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("do not ask about one that the portal itself has listed, nor does the box", async () => {
    await run(treeCommandIds.loadMore, nodes.loadMore(nodes.section(portal.id, "chats")));
    await run(treeCommandIds.inspectNode, dialog("5", "chats"));
    await closeAllTabs();
    await vscode.commands.executeCommand(commandIds.inspectDialog, "5");
    assert.deepEqual(portal.dialogsRead, ["5", "5"]);
    assert.deepEqual(portal.emulator.effects, []);
  });

  it("open nothing of a portal that is gone", async () => {
    await run(treeCommandIds.inspectNode, nodes.dialog("gone", "chats", "chat29"));
    await showsTabs();
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("load more, also where VS Code cannot bring into sight what came", async () => {
    const gone = nodes.section("gone", "chats");
    await assert.doesNotReject(run(treeCommandIds.loadMore, nodes.loadMore(gone)));
  });

  it("copy the ids of all selected dialogs, each once", async () => {
    await run(
      treeCommandIds.copyDialogId,
      dialog("chat29"),
      dialog("5"),
      nodes.section(portal.id, "chats"),
      dialog("chat29", "chats"),
    );
    assert.equal(await vscode.env.clipboard.readText(), "chat29\n5");
  });

  it("leave the clipboard alone when no dialog is selected", async () => {
    await vscode.env.clipboard.writeText("what was copied before");
    await run(treeCommandIds.copyDialogId, nodes.section(portal.id, "chats"));
    assert.equal(await vscode.env.clipboard.readText(), "what was copied before");
  });
});
