import * as vscode from "vscode";
import { AccessReader } from "../../core/reads/accessReader";
import { ReportSession } from "../../core/sessions/reportSession";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { parsePortalIdentity } from "../../panel/protocol/panelMessages";
import { accessPanelType } from "../../ids";
import type { HostedPage } from "../../panel/host/hostedPage";
import type { Services } from "../../services";
import { ReportPanel } from "./reportPanel";

/** The open panels about access: one for each portal. */
export class ReportPanels implements vscode.Disposable {
  private readonly panels = new Map<string, ReportPanel>();

  private readonly reader: AccessReader;

  constructor(private readonly services: Services) {
    this.reader = new AccessReader(services.client, services.portals);
  }

  /** Asks the portal and shows the answer; a panel that is open already comes to the front. */
  async open(portal: PortalRecord): Promise<void> {
    const pages = await this.services.pageSource.load();
    const open = this.panels.get(portal.id);
    open?.reveal();
    await (open ?? this.adopt(portal.id, pages.pageIn(this.newPanel()))).session.read();
  }

  /** Called by VS Code after a restart: the panel asks again, for no answer was stored. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const identity = parsePortalIdentity(state);
    if (identity === undefined) {
      panel.dispose();
      return;
    }
    const pages = await this.services.pageSource.load();
    const open = this.panels.get(identity.portalId);
    if (open !== undefined) {
      // Checked meanwhile, before its tab was looked at: one panel for each portal.
      panel.dispose();
      open.reveal();
      return;
    }
    // VS Code shows the panel when this is over: nobody waits for the portal.
    void this.adopt(identity.portalId, pages.pageIn(panel)).session.read();
  }

  dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  private newPanel(): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      accessPanelType,
      "", // The panel writes its own.
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
  }

  private adopt(portalId: string, page: HostedPage): ReportPanel {
    const session = new ReportSession({
      read: (portal, signal) => this.reader.read(portal, signal),
      portal: () => this.services.portals.find(portalId),
      webhook: () => this.services.portals.webhookOf(portalId),
    });
    const adopted = new ReportPanel(portalId, session, page, this.services);
    this.panels.set(portalId, adopted);
    page.panel.onDidDispose(() => {
      adopted.dispose();
      if (this.panels.get(portalId) === adopted) this.panels.delete(portalId);
    });
    return adopted;
  }
}
