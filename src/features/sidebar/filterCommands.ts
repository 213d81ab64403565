import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { isFilteredKey, treeCommandIds } from "../../ids";

const filterKey = "filter";

/** The sidebar's filter: kept for the workspace, shown above the tree, cleared by one button. */
export function registerFilterCommands(
  browser: DialogBrowser,
  view: vscode.TreeView<TreeNode>,
  workspaceState: vscode.Memento,
): vscode.Disposable {
  const apply = async (text: string): Promise<void> => {
    browser.setFilter(text);
    const { filter } = browser;
    view.message =
      filter === "" ? "" : vscode.l10n.t("Only what matches “{0}”, of what is loaded", filter);
    await workspaceState.update(filterKey, filter);
    await vscode.commands.executeCommand("setContext", isFilteredKey, filter !== "");
  };
  const stored = workspaceState.get<unknown>(filterKey);
  if (typeof stored === "string" && stored !== "") void apply(stored);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(treeCommandIds.filterDialogs, async () => {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t("Filter the dialogs in the sidebar"),
        prompt: vscode.l10n.t(
          "Part of a title or an id. To look beyond what is loaded, search chats.",
        ),
        value: browser.filter,
      });
      if (text !== undefined) await apply(text);
    }),
    vscode.commands.registerCommand(treeCommandIds.clearFilter, () => apply("")),
  );
}
