import * as vscode from "vscode";
import { agrees, showDone, showErrorMessage, showInformationMessage } from "../base/messages";
import { visibleLine } from "../../core/base/visibleText";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { Services } from "../../services";
import { describeStoreProblem } from "../../text/storeProblems";
import { botName } from "../../text/viewers";
import { plainItem } from "../base/plainLabel";
import { pickPortal, portalFor } from "../base/portalPicker";
import { readBotArgument } from "./botArgument";

/** `removeBot({ portalId?, botId? })`; asks for what is not given. The bot itself stays as it is. */
export async function removeBot({ portals }: Services, argument: unknown): Promise<void> {
  const portal = await portalFor(portals, argument, () =>
    pickPortal(portals, vscode.l10n.t("Remove a bot token of which portal?")),
  );
  if (portal === undefined) return;
  const given = readBotArgument(argument).botId;
  const botId = given ?? (await pickStoredBot(portal));
  if (botId === undefined) return;
  const name = botName(portal, botId);
  if (given !== undefined && !(await agreesToRemove(portal, name))) return;
  const removed = await portals.removeBot(portal.id, botId);
  if (!removed.ok) {
    void showErrorMessage(describeStoreProblem(removed.error));
    return;
  }
  showDone(vscode.l10n.t("The token of bot {0} was removed.", name), 5_000);
}

/** A bot that comes with the command was picked in the sidebar, or by nobody: a link, a keybinding, another extension. */
function agreesToRemove(portal: PortalRecord, name: string): Promise<boolean> {
  return agrees(
    vscode.l10n.t("Remove the token of bot {0} from “{1}”?", name, visibleLine(portal.name)),
    vscode.l10n.t(
      "At {0} nothing changes, but dialogs cannot be read as this bot until its token is added again.",
      addressOf(portal),
    ),
    vscode.l10n.t("Remove Bot Token"),
  );
}

async function pickStoredBot(portal: PortalRecord): Promise<number | undefined> {
  const { bots = [] } = portal;
  if (bots.length === 0) {
    void showInformationMessage(
      vscode.l10n.t("No bot token is stored for “{0}”.", visibleLine(portal.name)),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    bots.map(({ botId }) =>
      plainItem({
        label: botName(portal, botId),
        description: String(botId),
        iconPath: new vscode.ThemeIcon("robot"),
        botId,
      }),
    ),
    { title: vscode.l10n.t("Remove the token of which bot?"), matchOnDescription: true },
  );
  return picked?.botId;
}
