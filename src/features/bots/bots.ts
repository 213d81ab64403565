import * as vscode from "vscode";
import type { Bot } from "../../core/dialog/person";
import type { PortalFailure } from "../../core/portal/portalCaller";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import type { Result } from "../../core/base/result";
import { describeStoreProblem } from "../../text/storeProblems";
import { visibleLine } from "../../core/base/visibleText";
import { checkGivenBot, obtainBot, type BotChecker } from "./botDialogue";
import { pickBot } from "./botPicker";
import { commandIds } from "../../ids";
import { plainItem, plainLabel } from "../base/plainLabel";
import { pickPortal, portalFor } from "../portals/portalPicker";
import { botName } from "../../text/viewers";

export interface BotCommandServices {
  readonly portals: Portals;
  readonly list: (
    portal: PortalRecord,
    signal: AbortSignal,
  ) => Promise<Result<{ readonly items: readonly Bot[] }, PortalFailure>>;
  readonly check: BotChecker;
}

/**
 * `addBot({ portalId?, botId?, botToken? })`; asks for what is not given.
 * @returns the id of the bot whose token is stored now; `undefined` when none was stored
 */
export function registerAddBot({ portals, list, check }: BotCommandServices): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.addBot, async (argument?: unknown) => {
    const portal = await portalFor(portals, argument, () =>
      pickPortal(portals, vscode.l10n.t("Add a bot token to which portal?")),
    );
    if (portal === undefined) return undefined;
    const given = readArgument(argument);
    const listed = async (signal: AbortSignal): Promise<readonly Bot[]> => {
      const answer = await list(portal, signal);
      // What cannot be listed can still be typed.
      return answer.ok ? answer.value.items : [];
    };
    const botId = given.botId ?? (await pickBot(portal, listed));
    if (botId === undefined) return undefined;
    const checked =
      given.botToken === undefined
        ? await obtainBot(portal, botId, check)
        : await checkGivenBot(portal, botId, given.botToken, check);
    if (checked === undefined) return undefined;
    const added = await portals.addBot(portal.id, checked.bot, checked.token);
    if (!added.ok) {
      void vscode.window.showErrorMessage(describeStoreProblem(added.error));
      return undefined;
    }
    const name = visibleLine(checked.bot.name) || String(botId);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t("Dialogs can be read as bot {0} now.", plainLabel(name)),
      5_000,
    );
    return botId;
  });
}

/** `removeBot({ portalId?, botId? })`; asks for what is not given. The bot itself stays as it is. */
export function registerRemoveBot(portals: Portals): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.removeBot, async (argument?: unknown) => {
    const portal = await portalFor(portals, argument, () =>
      pickPortal(portals, vscode.l10n.t("Remove a bot token of which portal?")),
    );
    if (portal === undefined) return;
    const botId = readArgument(argument).botId ?? (await pickStoredBot(portal));
    if (botId === undefined) return;
    const name = botName(portal, botId);
    const removed = await portals.removeBot(portal.id, botId);
    if (!removed.ok) {
      void vscode.window.showErrorMessage(describeStoreProblem(removed.error));
      return;
    }
    vscode.window.setStatusBarMessage(
      vscode.l10n.t("The token of bot {0} was removed.", plainLabel(name)),
      5_000,
    );
  });
}

async function pickStoredBot(portal: PortalRecord): Promise<number | undefined> {
  const { bots = [] } = portal;
  if (bots.length === 0) {
    void vscode.window.showInformationMessage(
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

function readArgument(argument: unknown): {
  readonly botId: number | undefined;
  readonly botToken: string | undefined;
} {
  if (typeof argument !== "object" || argument === null)
    return { botId: undefined, botToken: undefined };
  const botId = "botId" in argument ? argument.botId : undefined;
  const botToken = "botToken" in argument ? argument.botToken : undefined;
  return {
    botId: typeof botId === "number" && Number.isSafeInteger(botId) ? botId : undefined,
    botToken: typeof botToken === "string" ? botToken : undefined,
  };
}
