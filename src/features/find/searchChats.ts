import * as vscode from "vscode";
import { objectOf } from "../../core/base/json";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { ChatSearch } from "../../core/sessions/chatSearch";
import { scopeLackedFor, type PortalRecord } from "../../core/portal/portalRecord";
import { RowsInSight } from "../../core/base/rowsInSight";
import { visibleLine } from "../../core/base/visibleText";
import { foundItems, idItems, scopeItem, type FoundItem } from "./foundItems";
import { commandIds, type CommandArguments } from "../../ids";
import { keepOrder } from "../base/keepOrder";
import { plainItem } from "../base/plainLabel";
import { explainScope } from "../portals";
import { namedOrActive } from "../base/portalPicker";

/**
 * `searchChats({ portalId?, text? })`: looks for chats by title at the portal while one types. What is an id can be
 * inspected at once.
 */
export async function searchChats(services: Services, argument: unknown): Promise<void> {
  const { portals } = services;
  const portal = await namedOrActive(portals, argument);
  if (portal === undefined) return;
  const found = await search(services, portal, givenText(argument));
  if (found !== undefined) await runCommand(commandIds.inspectDialog, found);
}

function givenText(argument: unknown): string {
  const { text } = objectOf(argument);
  return typeof text === "string" ? text : "";
}

function search(
  { portals, reader, memory, clock }: Services,
  portal: PortalRecord,
  text: string,
): Promise<CommandArguments["bitrix24.inspectDialog"][0]> {
  const picker = vscode.window.createQuickPick<FoundItem>();
  const rows = new RowsInSight<FoundItem>(picker, ({ choice }) => choice);
  const chats = new ChatSearch(async (text, offset, limit, signal) => {
    const page = await reader.search(portal, text, offset, limit, signal);
    if (page.ok) for (const item of page.value.items) memory.learn(portal.id, item);
    return page;
  }, clock);
  const look = (typed: string): void => {
    // Asked each time: a check in another editor may have found the scope granted.
    const lacked = scopeLackedFor("im.search.chat.list", portals.find(portal.id) ?? portal);
    if (lacked === undefined) void chats.setText(typed);
    else rows.draw([...idItems(typed, portal), scopeItem(lacked)].map(plainItem));
  };
  picker.title = vscode.l10n.t("Search the chats of {0}", visibleLine(portal.name));
  picker.placeholder = vscode.l10n.t("Part of a title");
  keepOrder(picker);
  chats.onDidChange((state) => {
    picker.busy = state.phase === "searching";
    picker.keepScrollPosition = state.found.length > 0;
    rows.draw([...idItems(picker.value, portal), ...foundItems(state, portal)].map(plainItem));
  });
  picker.value = text;
  look(text);
  picker.show();
  return new Promise((resolve) => {
    const finish = (found?: CommandArguments["bitrix24.inspectDialog"][0]): void => {
      resolve(found);
      chats.dispose();
      picker.dispose();
    };
    picker.onDidChangeValue(look);
    picker.onDidChangeActive(([active]) => {
      rows.activate(active);
    });
    picker.onDidAccept(() => {
      const choice = rows.accept(picker.selectedItems[0], false)?.choice;
      switch (choice?.type) {
        case "chat":
          finish({ dialogId: choice.dialogId, portalId: portal.id });
          return;
        case "link":
          finish(choice.link);
          return;
        case "load":
          void chats.loadMore();
          return;
        case "explainScope":
          finish();
          void explainScope(portal.id);
          return;
        case undefined:
          return;
      }
    });
    picker.onDidHide(() => {
      finish();
    });
  });
}
