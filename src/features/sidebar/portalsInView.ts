import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { TreeNode } from "../../core/sidebar/treeNode";
import type { Portals } from "../../core/portal/portals";
import { hasPortalsKey } from "../../ids";
import { bringIntoSight } from "./bringIntoSight";

/** Keeps the view in step with the portals: its buttons come with the first one, and the one in use is in sight. */
export function registerPortalsInView(
  portals: Portals,
  browser: DialogBrowser,
  view: vscode.TreeView<TreeNode>,
): vscode.Disposable {
  let hasPortals: boolean | undefined;
  const tell = (): void => {
    const has = portals.list().length > 0;
    if (has === hasPortals) return;
    hasPortals = has;
    void vscode.commands.executeCommand("setContext", hasPortalsKey, has);
  };
  tell();
  return vscode.Disposable.from(
    portals.onDidChange(tell),
    portals.onDidActivate((portalId) => {
      const node = browser.children().find((child) => child.id === portalId);
      // A sidebar that is closed stays closed.
      if (view.visible && node !== undefined) void bringIntoSight(view, node, { expand: true });
    }),
  );
}
