import * as v from "valibot";
import * as vscode from "vscode";
import { parseWith } from "../../core/base/parseWith";
import { asSent, rowOrders, type RowOrder } from "../../core/sidebar/arrangement";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { OpenRows } from "../../core/sidebar/openRows";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { isFilteredKey } from "../../ids";

const filterKey = "filter";
const arrangementKey = "arrangement";

const storedArrangement = v.object({
  order: v.fallback(v.picklist(rowOrders), asSent.order),
  unreadOnly: v.fallback(v.boolean(), asSent.unreadOnly),
});

/** Which rows the sidebar shows, and in which order: kept for the workspace, said above the tree. */
export class TreeFilter {
  constructor(
    private readonly browser: DialogBrowser,
    private readonly rows: OpenRows,
    private readonly view: vscode.TreeView<TreeNode>,
    private readonly workspaceState: vscode.Memento,
    /** What else is to be said above the tree; "": nothing. */
    private readonly notice: () => string,
  ) {
    const arrangement = parseWith(storedArrangement, workspaceState.get(arrangementKey));
    if (arrangement !== undefined) browser.setArrangement(arrangement);
    const stored = workspaceState.get<unknown>(filterKey);
    if (typeof stored === "string" && stored !== "") void this.apply(stored);
    else this.showMessage();
  }

  showMessage(): void {
    const { filter, arrangement } = this.browser;
    this.view.message = [
      this.notice(),
      filter === "" ? "" : vscode.l10n.t("Only what matches “{0}”, of what is loaded", filter),
      arrangement.unreadOnly ? vscode.l10n.t("Only chats with unread messages") : "",
    ]
      .filter(Boolean)
      .join(" · ");
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
    this.rows.forgetFiltered();
    this.browser.setFilter(text);
    const { filter } = this.browser;
    this.showMessage();
    await this.workspaceState.update(filterKey, filter);
    await vscode.commands.executeCommand("setContext", isFilteredKey, filter !== "");
  }

  /** Asks in which order chats stand, and whether those without unread messages are there. */
  async askOrder(): Promise<void> {
    const { order, unreadOnly } = this.browser.arrangement;
    const icon = (isOn: boolean): vscode.ThemeIcon =>
      new vscode.ThemeIcon(isOn ? "check" : "blank");
    const picked = await vscode.window.showQuickPick(
      [
        ...rowOrders.map((each) => ({
          label: orderLabel(each),
          iconPath: icon(each === order),
          change: { order: each, unreadOnly },
        })),
        { label: "", kind: vscode.QuickPickItemKind.Separator },
        {
          label: vscode.l10n.t("Unread only"),
          iconPath: icon(unreadOnly),
          change: { order, unreadOnly: !unreadOnly },
        },
      ],
      { title: vscode.l10n.t("Sort chats and Open Channels") },
    );
    if (picked === undefined || !("change" in picked)) return;
    this.browser.setArrangement(picked.change);
    this.showMessage();
    await this.workspaceState.update(arrangementKey, picked.change);
  }
}

function orderLabel(order: RowOrder): string {
  switch (order) {
    case "activity":
      return vscode.l10n.t("By activity, as in Bitrix24");
    case "unread":
      return vscode.l10n.t("Unread first");
    case "title":
      return vscode.l10n.t("By title");
  }
}
