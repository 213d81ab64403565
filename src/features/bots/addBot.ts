import * as vscode from "vscode";
import { showDone, showErrorMessage } from "../base/messages";
import { visibleLine } from "../../core/base/visibleText";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { checkBot } from "../../core/reads/botCheck";
import type { Services } from "../../services";
import { describeStoreProblem } from "../../text/storeProblems";
import { pickPortal, portalFor } from "../base/portalPicker";
import { readBotArgument } from "./botArgument";
import { checkGivenBot, obtainBot, type BotChecker } from "./botDialogue";
import { pickBot } from "./botPicker";

/**
 * `addBot({ portalId?, botId?, botToken? })`; asks for what is not given.
 * @returns the id of the bot whose token is stored now; `undefined` when none was stored
 */
export async function addBot(
  { client, portals, reader }: Services,
  argument: unknown,
): Promise<number | undefined> {
  const portal = await portalFor(portals, argument, () =>
    pickPortal(portals, vscode.l10n.t("Add a bot token to which portal?")),
  );
  if (portal === undefined) return undefined;
  const given = readBotArgument(argument);
  const check: BotChecker = async (of, botId, token, signal) => {
    const webhook = await portals.webhookFor(of.id, signal);
    return webhook.ok ? checkBot(client, webhook.value, botId, token, signal) : webhook;
  };
  const botId = given.botId ?? (await pickBot(portal, titleOf(portal), reader));
  if (botId === undefined) return undefined;
  const checked =
    given.botToken === undefined
      ? await obtainBot(portal, botId, check)
      : await checkGivenBot(portal, botId, given.botToken, check);
  if (checked === undefined) return undefined;
  const added = await portals.addBot(portal.id, checked.bot, checked.token);
  if (!added.ok) {
    void showErrorMessage(describeStoreProblem(added.error));
    return undefined;
  }
  const name = visibleLine(checked.bot.name) || String(botId);
  showDone(vscode.l10n.t("Dialogs can be read as bot {0} now.", name), 5_000);
  return botId;
}

function titleOf(portal: PortalRecord): string {
  return vscode.l10n.t("Add the token of which bot of {0}?", visibleLine(portal.name));
}
