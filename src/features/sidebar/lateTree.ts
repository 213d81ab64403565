import * as vscode from "vscode";
import type { TreeNode } from "../../core/sidebar/treeNode";
import type { Sidebar } from "./sidebar";

const dragMimeType = "application/vnd.code.tree.bitrix24.dialogs";

/** The tree, loaded when VS Code first asks for its rows: a sidebar that is closed costs nothing. */
export class LateTree
  implements
    vscode.TreeDataProvider<TreeNode>,
    vscode.TreeDragAndDropController<TreeNode>,
    vscode.Disposable
{
  readonly dragMimeTypes = [dragMimeType];
  readonly dropMimeTypes = [dragMimeType];
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private loaded: Sidebar | undefined;

  constructor(private readonly load: () => Promise<Sidebar>) {}

  /** What changes from now on is drawn. */
  adopt(sidebar: Sidebar): void {
    this.loaded = sidebar;
    sidebar.tree.onDidChangeTreeData((nodes) => {
      this.changed.fire(nodes);
    });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { tree } = this.loaded ?? (await this.load());
    return tree.getChildren(node);
  }

  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    const { tree } = this.loaded ?? (await this.load());
    return tree.getTreeItem(node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.loaded?.tree.getParent(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    return this.loaded?.tree.resolveTreeItem(item, node) ?? item;
  }

  handleDrag(source: readonly TreeNode[], data: vscode.DataTransfer): void {
    this.loaded?.pins.drag(source, data, dragMimeType);
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    await this.loaded?.pins.drop(target, data.get(dragMimeType));
  }

  dispose(): void {
    this.changed.dispose();
  }
}
