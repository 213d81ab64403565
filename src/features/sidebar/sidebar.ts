import * as vscode from "vscode";
import { DisposableStore } from "../../core/base/lifecycle";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { OpenRows } from "../../core/sidebar/openRows";
import { settingsSection, type NodeCommandId } from "../../ids";
import type { Services } from "../../services";
import { bringIntoSight } from "./bringIntoSight";
import { DialogTree } from "./dialogTree";
import { PinDragAndDrop } from "./pinDragAndDrop";
import { crowdedText } from "../../panel/view/notices";
import { RowBadges } from "./rowBadges";
import { isTreeNode } from "../../core/sidebar/isTreeNode";
import { nodeCommands } from "./treeCommands";
import { TreeFilter } from "./treeFilter";
import { TreeLoading } from "./treeLoading";

function revealsRows(): boolean {
  return vscode.workspace.getConfiguration(settingsSection).get<boolean>("revealInSidebar", true);
}

/** The tree and what can be done in it. */
export class Sidebar implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly tree: DialogTree;
  readonly pins: PinDragAndDrop;
  readonly filter: TreeFilter;
  readonly loading: TreeLoading;
  private readonly commands: ReturnType<typeof nodeCommands>;

  constructor(services: Services, browser: DialogBrowser, view: vscode.TreeView<TreeNode>) {
    const { limiter, pins, portals, workspaceState, openPanels } = services;
    const rows = new OpenRows(browser);
    this.tree = this.store.add(new DialogTree({ browser, rows }));
    this.store.add(vscode.window.registerFileDecorationProvider(new RowBadges()));
    this.store.add(
      view.onDidExpandElement(({ element }) => {
        rows.turn(element, true);
      }),
    );
    this.store.add(
      view.onDidCollapseElement(({ element }) => {
        rows.turn(element, false);
      }),
    );
    this.pins = new PinDragAndDrop(pins);
    this.loading = new TreeLoading(browser, view);
    const isCrowded = (): boolean => portals.list().some(({ origin }) => limiter.isCrowded(origin));
    this.filter = new TreeFilter(browser, rows, view, workspaceState, () =>
      isCrowded() ? crowdedText() : "",
    );
    this.store.add(
      limiter.onDidChange(() => {
        this.filter.showMessage();
      }),
    );
    this.commands = nodeCommands(services, browser, this.loading);
    this.store.add(
      openPanels.onDidComeToFront(({ portalId, shown }) => {
        if (shown === undefined || !view.visible || !revealsRows()) return;
        const places = browser.rowsOfDialog(portalId, shown.dialogId);
        if (places.some((node) => view.selection.includes(node))) return;
        const inSight = places.find((node) => rows.isInOpen(browser.parent(node), browser));
        if (inSight !== undefined) void bringIntoSight(view, inSight, { select: true });
      }),
    );
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
