import * as vscode from "vscode";
import { AccessReader, type AccessReading } from "../../core/reads/accessReader";
import { ReportSession } from "../../core/sessions/reportSession";
import { accessPanelType } from "../../ids";
import { parsePageIdentity } from "../../panel/protocol/panelMessages";
import { accessView } from "../../panel/view/accessView";
import type { Services } from "../../services";
import { namedOrActive } from "../base/portalPicker";
import { ReportPanels } from "./reportPanels";

/** `checkAccess({ portalId })`, or without an argument the active portal's. */
export async function checkAccess(
  { portals }: Services,
  panels: ReportPanels<AccessReading>,
  argument: unknown,
): Promise<void> {
  const portal = await namedOrActive(portals, argument);
  if (portal !== undefined) await panels.open({ portalId: portal.id });
}

export function accessPanels(services: Services): ReportPanels<AccessReading> {
  const { client, portals } = services;
  const reader = new AccessReader(client, portals);
  return new ReportPanels<AccessReading>(services, {
    type: accessPanelType,
    parse: parsePageIdentity,
    report: ({ portalId }) => {
      const session = new ReportSession({
        read: (portal, signal) => reader.read(portal, signal),
        portal: () => portals.find(portalId),
        webhook: () => portals.webhookOf(portalId),
      });
      return {
        identity: { portalId },
        session,
        toolbarLabel: vscode.l10n.t("Actions for the webhook"),
        rawName: "access",
        view: (around) => accessView({ ...around, state: session.state }),
        exchangesOf: ({ exchange }) => [exchange],
        deeds: {},
      };
    },
  });
}
