import type * as vscode from "vscode";
import { DisposableStore } from "../../core/base/lifecycle";
import type { TreeNode } from "../../core/sidebar/treeNode";
import type { NodeCommandId } from "../../ids";
import type { Services } from "../../services";
import { bringIntoSight } from "./bringIntoSight";
import { DialogTree } from "./dialogTree";
import { PinDragAndDrop } from "./pinDragAndDrop";
import { crowdedText } from "../../panel/view/notices";
import { isTreeNode } from "../../core/sidebar/isTreeNode";
import { nodeCommands } from "./treeCommands";
import { TreeFilter } from "./treeFilter";
import { TreeLoading } from "./treeLoading";

/** The tree and what can be done in it. */
export class Sidebar implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly tree: DialogTree;
  readonly pins: PinDragAndDrop;
  readonly filter: TreeFilter;
  readonly loading: TreeLoading;
  private readonly commands: ReturnType<typeof nodeCommands>;

  constructor(services: Services, view: vscode.TreeView<TreeNode>) {
    const { browser, limiter, pins, portals, workspaceState } = services;
    this.tree = this.store.add(new DialogTree(browser));
    this.pins = new PinDragAndDrop(pins);
    this.loading = new TreeLoading(browser, view);
    const isCrowded = (): boolean => portals.list().some(({ origin }) => limiter.isCrowded(origin));
    this.filter = new TreeFilter(browser, view, workspaceState, () =>
      isCrowded() ? crowdedText() : "",
    );
    this.store.add(
      limiter.onDidChange(() => {
        this.filter.showMessage();
      }),
    );
    this.commands = nodeCommands(services, this.loading);
    this.store.add(
      portals.onDidActivate((portalId) => {
        const node = browser.children().find((child) => child.id === portalId);
        // A sidebar that is closed stays closed.
        if (view.visible && node !== undefined) void bringIntoSight(view, node, { expand: true });
      }),
    );
  }

  /** @param given the node and the selected ones; a keybinding may give anything, or nothing */
  async run(id: NodeCommandId, ...given: readonly unknown[]): Promise<void> {
    const [node, selected] = given;
    if (!isTreeNode(node)) return;
    await this.commands[id](node, Array.isArray(selected) ? selected.filter(isTreeNode) : [node]);
  }

  dispose(): void {
    this.store.dispose();
  }
}
