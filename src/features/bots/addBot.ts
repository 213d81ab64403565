import * as vscode from "vscode";
import { agrees, showDone, showErrorMessage } from "../base/messages";
import { visibleLine } from "../../core/base/visibleText";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import { checkBot } from "../../core/reads/botCheck";
import type { Services } from "../../services";
import { describeStoreProblem } from "../../text/storeProblems";
import { botName } from "../../text/viewers";
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
      : (await agreesToAdd(portal, botId))
        ? await checkGivenBot(portal, botId, given.botToken, check)
        : undefined;
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

/** A token that comes with the command may be anybody's. */
function agreesToAdd(portal: PortalRecord, botId: number): Promise<boolean> {
  return agrees(
    vscode.l10n.t(
      "Store a token of bot {0} for “{1}”?",
      botName(portal, botId),
      visibleLine(portal.name),
    ),
    vscode.l10n.t(
      "A link, a keybinding or another extension asks for it. The portal at {0} is asked about the token; a token of this bot that is stored already is replaced.",
      addressOf(portal),
    ),
    vscode.l10n.t("Add Bot Token"),
  );
}

function titleOf(portal: PortalRecord): string {
  return vscode.l10n.t("Add the token of which bot of {0}?", visibleLine(portal.name));
}
