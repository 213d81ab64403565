import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { Turns } from "../../core/base/turns";
import { dialogTooltip } from "./dialogNodeItem";
import { treeItem, type TreeLook } from "./treeItems";

/** Draws what the browser holds; it loads nothing itself and keeps nothing. */
export class DialogTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly turns = new Turns(setImmediate);
  private readonly watch: { dispose(): void };

  private readonly browser: DialogBrowser;

  constructor(private readonly look: TreeLook) {
    this.browser = look.browser;
    this.watch = look.browser.onDidChange((nodes) => {
      this.changed.fire(nodes === undefined ? undefined : [...nodes]);
    });
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...this.browser.children(node)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.browser.parent(node);
  }

  /** Thousands of items drawn at a stretch would keep the other extensions of the window from their work. */
  getTreeItem(node: TreeNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    return this.turns.run(() => treeItem(this.look, node));
  }

  /** Tooltips are built when one is looked at: a list may have thousands. */
  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.type === "dialog") item.tooltip = dialogTooltip(this.browser, node);
    return item;
  }

  dispose(): void {
    this.watch.dispose();
    this.changed.dispose();
  }
}
