import * as vscode from "vscode";
import { once, type Once } from "../../core/base/once";
import { commandIds, dialogsViewId, treeCommandIds } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import { LateTree } from "./lateTree";
import type { Sidebar } from "./sidebar";

/** The sidebar: portals, their dialogs, and what can be done with them. */
export function registerSidebar(services: LazyServices): vscode.Disposable {
  const tree: LateTree = new LateTree(() => sidebar());
  const view = vscode.window.createTreeView(dialogsViewId, {
    treeDataProvider: tree,
    dragAndDropController: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const sidebar: Once<Sidebar> = once(async () => {
    const { Sidebar } = await import("./sidebar");
    const shared = await services();
    const loaded = shared.own(new Sidebar(shared, await shared.browser(), view));
    tree.adopt(loaded);
    return loaded;
  });
  return vscode.Disposable.from(
    tree,
    view,
    ...Object.values(treeCommandIds).map((id) =>
      registerCommand(id, async (...given) => (await sidebar()).run(id, ...given)),
    ),
    registerCommand(commandIds.refreshDialogs, async () => (await sidebar()).loading.refresh()),
    registerCommand(commandIds.filterDialogs, async () => (await sidebar()).filter.ask()),
    registerCommand(commandIds.sortDialogs, async () => (await sidebar()).filter.askOrder()),
    registerCommand(commandIds.clearFilter, async () => (await sidebar()).filter.apply("")),
  );
}
