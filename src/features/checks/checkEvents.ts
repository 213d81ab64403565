import * as vscode from "vscode";
import { objectOf } from "../../core/base/json";
import { jsonOf } from "../../core/base/jsonText";
import { blackOut } from "../../core/dialog/events/eventSecrets";
import { parseExactDialogId } from "../../core/dialog/dialogId";
import { EventsReader, type EventsReading } from "../../core/reads/eventsReader";
import { ReportSession } from "../../core/sessions/reportSession";
import { Watch } from "../../core/sessions/watch";
import { commandIds, eventsPanelType } from "../../ids";
import { parsePageIdentity, type PageIdentity } from "../../panel/protocol/panelMessages";
import type { EventsActionId } from "../../panel/protocol/panelView";
import { eventsView } from "../../panel/view/eventsView";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { showErrorMessage } from "../base/messages";
import { namedOrActive } from "../base/portalPicker";
import { pickBot, readBotArgument } from "../bots";
import { ReportPanels } from "./reportPanels";
import type { Report } from "./reportPanel";

/** `checkEvents({ portalId?, botId?, dialogId? })`; without a bot it asks which one. */
export async function checkEvents(
  services: Services,
  panels: ReportPanels<EventsReading, EventsActionId>,
  argument: unknown,
): Promise<void> {
  const { portals } = services;
  const portal = await namedOrActive(portals, argument);
  if (portal === undefined) return;
  const { dialogId: given } = objectOf(argument);
  const chat = given === undefined ? undefined : parseExactDialogId(given);
  if (given !== undefined && chat?.form !== "chat") {
    void showErrorMessage(
      vscode.l10n.t("Events are checked in a chat that is named by its number, such as chat29."),
    );
    return;
  }
  const botId =
    readBotArgument(argument).botId ??
    (await pickBot(portal, vscode.l10n.t("Check the events of which bot?"), services.reader));
  if (botId === undefined) return;
  const dialogId = chat === undefined ? {} : { dialogId: chat.dialogId };
  await panels.open({ portalId: portal.id, botId, ...dialogId });
}

export function eventsPanels(services: Services): ReportPanels<EventsReading, EventsActionId> {
  const reader = new EventsReader(services.client, services.portals);
  return new ReportPanels<EventsReading, EventsActionId>(services, {
    type: eventsPanelType,
    parse: (state) => {
      const identity = parsePageIdentity(state);
      return identity?.botId === undefined ? undefined : identity;
    },
    report: (identity, isInFront) => eventsReport(services, reader, identity, isInFront),
  });
}

function eventsReport(
  { portals, portalBots, rawReplies, clock }: Services,
  reader: EventsReader,
  identity: PageIdentity,
  isInFront: () => boolean,
): Report<EventsReading, EventsActionId> {
  const { portalId, botId = 0, dialogId } = identity;
  const parsed = parseExactDialogId(dialogId);
  const chat = parsed?.form === "chat" ? parsed : undefined;
  const session = new ReportSession<EventsReading>({
    read: (portal, signal) => reader.read(portal, { botId, chat }, signal),
    portal: () => portals.find(portalId),
    webhook: () => portals.webhookOf(portalId),
  });
  const watch = new Watch(clock, isInFront, async () => {
    await session.renew((reading, portal, signal) => reader.renew(reading, portal, signal));
    return session.state.phase === "read";
  });
  return {
    identity,
    session,
    toolbarLabel: vscode.l10n.t("Actions for the events"),
    rawName: `events-${botId}`,
    exchangesOf: ({ exchanges }) => exchanges,
    view: (around) => {
      const bots = around.portal && portalBots.of(around.portal);
      const listedName = bots?.find((bot) => bot.botId === botId)?.name ?? "";
      const { state } = session;
      return eventsView({ ...around, state, botId, dialogId, listedName, isWatching: watch.isOn });
    },
    onDidChange: watch.onDidChange,
    owned: watch,
    deeds: {
      watchEvents: () => watch.toggle(),
      inspectWaiting: (chosen) =>
        runCommand(commandIds.inspectDialog, { portalId, dialogId: chosen }),
      openWaitingEvent: async (eventId) => {
        const backlog = session.reading?.facts.backlog;
        const events = backlog?.ok === true ? backlog.value.events : [];
        const event = events.find((each) => String(each.eventId) === eventId);
        if (event === undefined) return;
        const body = jsonOf(blackOut(event.wire).value).text;
        await rawReplies.show(portalId, `event-${eventId}`, [{ method: event.name, body }]);
      },
    },
  };
}
