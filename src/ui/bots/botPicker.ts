import * as vscode from "vscode";
import type { Bot } from "../../core/browse/person";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { visibleLine } from "../../core/visibleText";
import { plainItem } from "../plainLabel";

interface BotItem extends vscode.QuickPickItem {
  readonly botId?: number;
}

/** Asks which bot is meant; an id can be typed, for a bot that is not listed. */
export function pickBot(
  portal: PortalRecord,
  list: (signal: AbortSignal) => Promise<readonly Bot[]>,
): Promise<number | undefined> {
  const picker = vscode.window.createQuickPick<BotItem>();
  const asking = new AbortController();
  let bots: readonly Bot[] = [];
  const draw = (): void => {
    picker.items = itemsFor(picker.value.trim(), bots, portal).map(plainItem);
  };
  picker.title = vscode.l10n.t("Add the token of which bot of {0}?", visibleLine(portal.name));
  picker.placeholder = vscode.l10n.t("Choose a bot, or type its id");
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.busy = true;
  picker.onDidChangeValue(draw);
  draw();
  picker.show();
  void list(asking.signal).then((listed) => {
    if (asking.signal.aborted) return;
    bots = listed;
    picker.busy = false;
    draw();
  });
  return new Promise((resolve) => {
    const finish = (botId: number | undefined): void => {
      asking.abort();
      resolve(botId);
      picker.dispose();
    };
    picker.onDidAccept(() => {
      const botId = picker.selectedItems[0]?.botId;
      if (botId !== undefined) finish(botId);
    });
    picker.onDidHide(() => {
      finish(undefined);
    });
  });
}

function itemsFor(typed: string, bots: readonly Bot[], portal: PortalRecord): readonly BotItem[] {
  const stored = new Set(portal.bots?.map(({ botId }) => botId));
  const items = bots.map(({ botId, name, code }): BotItem => {
    const facts = [String(botId), visibleLine(code)];
    if (stored.has(botId)) facts.push(vscode.l10n.t("token stored"));
    return {
      label: visibleLine(name) || vscode.l10n.t("Bot {0}", botId),
      description: facts.filter(Boolean).join(" · "),
      iconPath: new vscode.ThemeIcon("robot"),
      botId,
    };
  });
  const id = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : undefined;
  if (id === undefined || bots.some(({ botId }) => botId === id)) return items;
  const byId: BotItem = {
    label: vscode.l10n.t("Bot {0}", id),
    description: vscode.l10n.t("by its id"),
    iconPath: new vscode.ThemeIcon("robot"),
    alwaysShow: true,
    botId: id,
  };
  return [byId, ...items];
}
