import * as vscode from "vscode";
import { matchesFilter } from "../../core/base/filter";
import type { Bot } from "../../core/dialog/person";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { ListReader } from "../../core/reads/listReader";
import { RowsInSight } from "../../core/base/rowsInSight";
import { visibleLine } from "../../core/base/visibleText";
import { keepOrder } from "../base/keepOrder";
import { plainItem } from "../base/plainLabel";

interface BotItem extends vscode.QuickPickItem {
  readonly botId?: number;
}

/** Asks which bot is meant; an id can be typed, for a bot that is not listed. */
export function pickBot(
  portal: PortalRecord,
  title: string,
  reader: Pick<ListReader, "bots">,
): Promise<number | undefined> {
  const picker = vscode.window.createQuickPick<BotItem>();
  const asking = new AbortController();
  const rows = new RowsInSight<BotItem>(picker, ({ botId }) => botId);
  let bots: readonly Bot[] = [];
  const draw = (): void => {
    rows.draw(itemsFor(picker.value.trim(), bots, portal).map(plainItem));
  };
  picker.title = title;
  picker.placeholder = vscode.l10n.t("Choose a bot, or type its id");
  keepOrder(picker);
  picker.ignoreFocusOut = true;
  picker.busy = true;
  picker.onDidChangeValue(draw);
  draw();
  picker.show();
  void reader.bots(portal, asking.signal).then((answer) => {
    if (asking.signal.aborted) return;
    // What cannot be listed can still be typed.
    bots = answer.ok ? answer.value.items : [];
    picker.busy = false;
    draw();
  });
  return new Promise((resolve) => {
    const finish = (botId: number | undefined): void => {
      asking.abort();
      resolve(botId);
      picker.dispose();
    };
    picker.onDidChangeActive(([active]) => {
      rows.activate(active);
    });
    picker.onDidAccept(() => {
      const botId = rows.accept(picker.selectedItems[0], true)?.botId;
      if (botId !== undefined) finish(botId);
    });
    picker.onDidHide(() => {
      finish(undefined);
    });
  });
}

/** The bots that what is typed may mean; the bot of a typed id first. All are shown, so that Enter means the first. */
function itemsFor(typed: string, bots: readonly Bot[], portal: PortalRecord): readonly BotItem[] {
  const stored = new Set(portal.bots?.map(({ botId }) => botId));
  const id = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : undefined;
  const items = bots
    .filter(({ botId, name, code }) => matchesFilter(typed, name, code, String(botId)))
    .map(({ botId, name, code }): BotItem => {
      const facts = [String(botId), visibleLine(code)];
      if (stored.has(botId)) facts.push(vscode.l10n.t("token stored"));
      return {
        label: visibleLine(name) || vscode.l10n.t("Bot {0}", botId),
        description: facts.filter(Boolean).join(" · "),
        iconPath: new vscode.ThemeIcon("robot"),
        alwaysShow: true,
        botId,
      };
    });
  if (id === undefined) return items;
  const named = items.find(({ botId }) => botId === id);
  const byId: BotItem = {
    label: vscode.l10n.t("Bot {0}", id),
    description: vscode.l10n.t("by its id"),
    iconPath: new vscode.ThemeIcon("robot"),
    alwaysShow: true,
    botId: id,
  };
  return [named ?? byId, ...items.filter((item) => item !== named)];
}
