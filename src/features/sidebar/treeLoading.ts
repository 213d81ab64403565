import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import { firstNewRow } from "../../core/sidebar/firstNewRow";
import type { LoadMoreNode, NoticeNode, TreeNode } from "../../core/sidebar/treeNode";
import { dialogsViewId } from "../../ids";
import { bringIntoSight } from "./bringIntoSight";

/** Loads what a user asks for in the tree, with the view's own progress while it lasts. */
export class TreeLoading {
  constructor(
    private readonly browser: DialogBrowser,
    private readonly view: vscode.TreeView<TreeNode>,
  ) {}

  /** Reads anew what a node shows; without one, everything that was opened. */
  async refresh(node?: TreeNode): Promise<void> {
    await withProgress(() => this.browser.refresh(node));
  }

  async more(row: LoadMoreNode): Promise<void> {
    await this.replace(row, () => this.browser.loadMore(row.parent));
  }

  async retry(row: NoticeNode): Promise<void> {
    await this.replace(row, () => this.browser.refresh(row));
  }

  /** The row that was pressed goes when it has done its work: the keyboard goes on at what has come. */
  private async replace(row: LoadMoreNode | NoticeNode, load: () => Promise<void>): Promise<void> {
    const attention = new Attention(this.view, row);
    try {
      const before = this.browser.rowsOf(row.parent);
      await withProgress(load);
      const next = firstNewRow(row, before, this.browser.rowsOf(row.parent)) ?? row.parent;
      if (attention.isElsewhere) return;
      await bringIntoSight(this.view, next, { select: true, focus: true });
    } finally {
      attention.dispose();
    }
  }
}

async function withProgress(load: () => Promise<void>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: dialogsViewId } }, load);
}

/** Whether the user has turned to something else since a row was pressed: then the keyboard is not fetched back. */
class Attention implements vscode.Disposable {
  isElsewhere = false;
  private readonly watch: vscode.Disposable;

  constructor(view: vscode.TreeView<TreeNode>, row: TreeNode) {
    const leave = (): void => {
      this.isElsewhere = true;
    };
    this.watch = vscode.Disposable.from(
      view.onDidChangeSelection(({ selection }) => {
        if (selection.some((node) => node !== row)) leave();
      }),
      view.onDidChangeVisibility(leave),
      vscode.window.onDidChangeActiveTextEditor(leave),
      vscode.window.onDidChangeTextEditorSelection(leave),
      vscode.window.onDidChangeActiveTerminal(leave),
      vscode.window.tabGroups.onDidChangeTabs(leave),
    );
  }

  dispose(): void {
    this.watch.dispose();
  }
}
