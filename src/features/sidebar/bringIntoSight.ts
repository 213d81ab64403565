import type * as vscode from "vscode";
import type { TreeNode } from "../../core/sidebar/treeNode";

/** Scrolls to a row. One that VS Code is drawing anew at this moment it refuses: then the view stays where it is. */
export async function bringIntoSight(
  view: vscode.TreeView<TreeNode>,
  node: TreeNode,
  options: { readonly select?: boolean; readonly focus?: boolean; readonly expand?: boolean },
): Promise<void> {
  await view.reveal(node, options).then(undefined, () => undefined);
}
