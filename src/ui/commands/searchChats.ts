import * as vscode from "vscode";
import { ChatSearch, type SearchState } from "../../core/browse/chatSearch";
import type { DialogMemory } from "../../core/browse/dialogMemory";
import { shortestSearch, type ListReader } from "../../core/browse/listReader";
import { diagnose } from "../../core/diagnosis/diagnose";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import type { Clock } from "../../core/portal/transport";
import { clip, visibleLine } from "../../core/visibleText";
import { commandIds, treeCommandIds } from "../ids";
import { plainItem } from "../plainLabel";
import { offerFirstPortal, portalFor } from "../portals/portalPicker";
import { lookOfKind } from "../sentences/dialogKinds";
import { explain } from "../sentences/explanation";

interface FoundItem extends vscode.QuickPickItem {
  readonly dialogId?: string;
  readonly loadsMore?: boolean;
}

export interface SearchParts {
  readonly portals: Portals;
  readonly reader: ListReader;
  readonly memory: DialogMemory;
  readonly clock: Clock;
}

/** `searchChats({ portalId })`: looks for chats by title at the portal while one types. */
export function registerSearchChats(parts: SearchParts): vscode.Disposable {
  return vscode.commands.registerCommand(treeCommandIds.searchChats, async (argument?: unknown) => {
    const { portals } = parts;
    const portal = await portalFor(
      portals,
      argument,
      async () => portals.active() ?? offerFirstPortal(portals),
    );
    if (portal === undefined) return;
    const dialogId = await search(parts, portal);
    if (dialogId === undefined) return;
    await vscode.commands.executeCommand(commandIds.inspectDialog, {
      dialogId,
      portalId: portal.id,
    });
  });
}

function search(
  { reader, memory, clock }: SearchParts,
  portal: PortalRecord,
): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<FoundItem>();
  const chats = new ChatSearch(async (text, offset, limit, signal) => {
    const page = await reader.search(portal, text, offset, limit, signal);
    if (page.ok) for (const item of page.value.items) memory.learn(portal.id, item);
    return page;
  }, clock);
  picker.title = vscode.l10n.t("Search the chats of {0}", visibleLine(portal.name));
  picker.placeholder = vscode.l10n.t("Part of a title");
  picker.items = [hint()];
  chats.onDidChange((state) => {
    picker.busy = state.phase === "searching";
    picker.keepScrollPosition = state.found.length > 0;
    picker.items = itemsFor(state, portal).map(plainItem);
  });
  picker.show();
  return new Promise((resolve) => {
    const finish = (dialogId: string | undefined): void => {
      resolve(dialogId);
      chats.dispose();
      picker.dispose();
    };
    picker.onDidChangeValue((typed) => {
      void chats.setText(typed);
    });
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems[0];
      if (chosen?.loadsMore === true) void chats.loadMore();
      else if (chosen?.dialogId !== undefined) finish(chosen.dialogId);
    });
    picker.onDidHide(() => {
      finish(undefined);
    });
  });
}

/** `alwaysShow`: the portal found them, whatever the editor's own matching thinks. */
function itemsFor(state: SearchState, portal: PortalRecord): readonly FoundItem[] {
  const { phase, text, found, hasMore, failure } = state;
  if (phase === "tooShort") return [hint()];
  const items: FoundItem[] = found.map(({ dialogId, title, kind }) => {
    const look = kind === undefined ? undefined : lookOfKind(kind);
    return {
      label: clip(visibleLine(title), 200) || dialogId,
      description: [dialogId, look?.label].filter(Boolean).join(" · "),
      iconPath: new vscode.ThemeIcon(look?.codicon ?? "comment-discussion"),
      alwaysShow: true,
      dialogId,
    };
  });
  if (phase === "failed" && failure !== undefined && failure.error.kind !== "cancelled") {
    const { error, exchange } = failure;
    const { heading, paragraphs } = explain({
      failure: { error, exchange, diagnosis: diagnose(error, undefined, exchange?.method) },
      userId: portal.userId,
      scopes: portal.scopes,
    });
    items.push({
      label: heading,
      detail: paragraphs[0] ?? "",
      iconPath: new vscode.ThemeIcon("error"),
      alwaysShow: true,
    });
  }
  if (phase === "done" && hasMore) {
    items.push({
      label: vscode.l10n.t("Load more"),
      description: vscode.l10n.t("{0} so far", found.length),
      iconPath: new vscode.ThemeIcon("ellipsis"),
      alwaysShow: true,
      loadsMore: true,
    });
  }
  if (phase === "done" && items.length === 0) {
    items.push({
      label: vscode.l10n.t("No chat has “{0}” in its title", visibleLine(text)),
      detail: vscode.l10n.t("Only chats that user {0} may read are found.", portal.userId),
      iconPath: new vscode.ThemeIcon("info"),
      alwaysShow: true,
    });
  }
  return items;
}

function hint(): FoundItem {
  return {
    label: vscode.l10n.t("Type at least {0} characters", shortestSearch),
    iconPath: new vscode.ThemeIcon("info"),
    alwaysShow: true,
  };
}
