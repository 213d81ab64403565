import * as vscode from "vscode";
import { clip } from "../../core/base/visibleText";
import { formBodyOf } from "../../core/dialog/events/eventFixture";
import type { EventReading } from "../../core/dialog/events/eventReading";
import { addressOf, hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { commandIds, eventPanelType } from "../../ids";
import { isEventAction } from "../../panel/protocol/panelActions";
import type { EventActionId } from "../../panel/protocol/panelView";
import { isCommandAction } from "../../panel/view/actions";
import { copyTextIn } from "../../panel/view/copyText";
import { eventView } from "../../panel/view/eventView";
import { panelWords } from "../../panel/protocol/panelWords";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { runAction } from "../base/runAction";
import { openFixture } from "./fixtureDocument";

/** A page about one event. It lives in memory: VS Code does not bring it back after a restart. */
export async function openEventPanel(services: Services, reading: EventReading): Promise<void> {
  const { portals, layouts, pageSource } = services;
  const pages = await pageSource.load();
  const view = (): ReturnType<typeof eventView> =>
    eventView({ reading, portal: portalOf(services, reading) });
  const title = (): string => clip(view().header.title, 60);
  const page = pages.open(eventPanelType, title(), vscode.ViewColumn.Active);
  page.present({
    title,
    content: () => ({
      view: view(),
      words: { ...panelWords(), toolbarLabel: vscode.l10n.t("Actions for the event") },
      identity: { portalId: portalOf(services, reading)?.id ?? "" },
      layout: layouts.current,
      // Enter goes on to the dialog, where it is clear which.
      ...(reading.dialog.rivals.length > 0 ? {} : { focus: "notice/inspectChat" }),
    }),
    progress: () => "complete",
    act: (action, argument) => act(services, reading, action, argument),
    arrange: (change) => layouts.arrange(change),
    pictures: () => [],
    copyTextOf: (key) => Promise.resolve(copyTextIn(view().body, key)),
  });
  const following = portals.onDidChange(() => {
    page.show();
  });
  page.panel.onDidDispose(() => {
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
  action: string,
  argument = "",
): Promise<void> {
  const portalId = portalOf(services, reading)?.id;
  if (isCommandAction(action)) {
    const botId = Number(reading.bots[0]?.id);
    const subject = Number.isSafeInteger(botId) ? { portalId, botId } : { portalId };
    await runAction(action, subject);
  } else if (action === "openRaw") await openRaw(services, reading);
  else if (isEventAction(action)) await deeds[action](reading, portalId, argument);
}

/** Its secrets are blacked out. */
async function openRaw({ rawReplies }: Services, { name, body }: EventReading): Promise<void> {
  const reply = { method: name, body: JSON.stringify(body) };
  await rawReplies.show("event", name || "event", [reply]);
}

const deeds: Readonly<
  Record<
    EventActionId,
    (reading: EventReading, portalId: string | undefined, argument: string) => Promise<unknown>
  >
> = {
  inspectChat: (_reading, portalId, dialogId) =>
    runCommand(commandIds.inspectDialog, { dialogId, portalId }),
  inspectEventAsBot: ({ dialog }, portalId, botId) =>
    runCommand(commandIds.inspectDialog, {
      dialogId: dialog.asSent,
      portalId,
      readAs: { kind: "bot", botId: Number(botId) },
    }),
  openFixture: ({ fixture }) => openFixture(JSON.stringify(fixture, undefined, 2), "json"),
  openFixtureBody: ({ fixture }) => openFixture(formBodyOf(fixture), "plaintext"),
};
