import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { isFilteredKey } from "../../ids";

const filterKey = "filter";

/** The sidebar's filter: kept for the workspace, shown above the tree, cleared by one button. */
export class TreeFilter {
  constructor(
    private readonly browser: DialogBrowser,
    private readonly view: vscode.TreeView<TreeNode>,
    private readonly workspaceState: vscode.Memento,
    /** What else is to be said above the tree; "": nothing. */
    private readonly notice: () => string,
  ) {
    const stored = workspaceState.get<unknown>(filterKey);
    if (typeof stored === "string" && stored !== "") void this.apply(stored);
  }

  showMessage(): void {
    const { filter } = this.browser;
    const filtered =
      filter === "" ? "" : vscode.l10n.t("Only what matches “{0}”, of what is loaded", filter);
    this.view.message = [this.notice(), filtered].filter(Boolean).join(" ");
  }

  async ask(): Promise<void> {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t("Filter the dialogs in the sidebar"),
      prompt: vscode.l10n.t(
        "Part of a title or an id. To look beyond what is loaded, search chats.",
      ),
      value: this.browser.filter,
    });
    if (text !== undefined) await this.apply(text);
  }

  async apply(text: string): Promise<void> {
    this.browser.setFilter(text);
    const { filter } = this.browser;
    this.showMessage();
    await this.workspaceState.update(filterKey, filter);
    await vscode.commands.executeCommand("setContext", isFilteredKey, filter !== "");
  }
}
