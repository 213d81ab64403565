import * as vscode from "vscode";
import { formBodyOf } from "../../core/dialog/events/eventFixture";
import type { EventReading } from "../../core/dialog/events/eventReading";
import { addressOf, hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { commandIds, eventPanelType } from "../../ids";
import { isEventAction } from "../../panel/protocol/panelActions";
import type { EventActionId, PanelActionId } from "../../panel/protocol/panelView";
import { isCommandAction } from "../../panel/view/actions";
import { copyTextIn } from "../../panel/view/copyText";
import { eventView } from "../../panel/view/eventView";
import { panelWords } from "../../panel/view/panelWords";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { runAction } from "../base/runAction";
import { openFixture } from "./fixtureDocument";

/** A page about one event. It lives in memory: VS Code does not bring it back after a restart. */
export async function openEventPanel(services: Services, reading: EventReading): Promise<void> {
  const { portals, layouts, pageSource } = services;
  const pages = await pageSource.load();
  const panel = vscode.window.createWebviewPanel(
    eventPanelType,
    reading.name === "" ? vscode.l10n.t("Event of a bot") : reading.name,
    vscode.ViewColumn.Active,
    { enableFindWidget: true },
  );
  const page = pages.pageIn(panel);
  const view = (): ReturnType<typeof eventView> =>
    eventView({ reading, portal: portalOf(services, reading) });
  page.present({
    content: () => ({
      view: view(),
      words: { ...panelWords(), toolbarLabel: vscode.l10n.t("Actions for the event") },
      identity: { portalId: portalOf(services, reading)?.id ?? "" },
      layout: layouts.current,
      // Enter goes on to the dialog.
      focus: "notice/inspectChat",
    }),
    progress: () => "complete",
    act: (action) => act(services, reading, action),
    arrange: (change) => layouts.arrange(change),
    pictures: () => [],
    copyTextOf: (key) => copyTextIn(view().body, key),
  });
  const following = portals.onDidChange(() => {
    page.show();
  });
  panel.onDidDispose(() => {
    following.dispose();
    page.dispose();
  });
}

/** The event says of which portal it is; what a bot fetches does not. */
function portalOf({ portals }: Services, { domain }: EventReading): PortalRecord | undefined {
  if (domain === "") return portals.active();
  const isOfDomain = (portal: PortalRecord): boolean =>
    hostOf(portal) === domain || addressOf(portal) === domain;
  const active = portals.active();
  return active !== undefined && isOfDomain(active) ? active : portals.list().find(isOfDomain);
}

async function act(
  services: Services,
  reading: EventReading,
  action: PanelActionId,
): Promise<void> {
  const portalId = portalOf(services, reading)?.id;
  if (isCommandAction(action)) {
    const botId = Number(reading.bots[0]?.id);
    const subject = Number.isSafeInteger(botId) ? { portalId, botId } : { portalId };
    await runAction(action, subject);
  } else if (action === "openRaw") await openRaw(services, reading);
  else if (isEventAction(action)) await deeds[action](reading, portalId);
}

/** Its secrets are blacked out. */
async function openRaw({ rawReplies }: Services, { name, body }: EventReading): Promise<void> {
  const reply = { method: name, body: JSON.stringify(body) };
  await rawReplies.show("event", name || "event", [reply]);
}

const deeds: Readonly<
  Record<EventActionId, (reading: EventReading, portalId: string | undefined) => Promise<unknown>>
> = {
  inspectChat: ({ dialog }, portalId) =>
    runCommand(commandIds.inspectDialog, {
      dialogId: dialog.chat?.dialogId ?? dialog.asSent,
      portalId,
    }),
  inspectEventAsBot: ({ dialog, bots }, portalId) =>
    runCommand(commandIds.inspectDialog, {
      dialogId: dialog.asSent,
      portalId,
      readAs: { kind: "bot", botId: Number(bots[0]?.id) },
    }),
  openFixture: ({ fixture }) => openFixture(JSON.stringify(fixture, undefined, 2), "json"),
  openFixtureBody: ({ fixture }) => openFixture(formBodyOf(fixture), "plaintext"),
};
