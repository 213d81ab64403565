import * as vscode from "vscode";
import type { AccessReader } from "../../core/reads/accessReader";
import { AccessSession } from "../../core/sessions/accessSession";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { parsePortalIdentity } from "../../panel/protocol/panelMessages";
import { accessPanelType } from "../../ids";
import type { HostedPage } from "../../panel/host/hostedPage";
import type { AccessPanel, AccessPanelServices } from "./accessPanel";

/** The open panels about access: one for each portal. */
export class AccessPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, AccessPanel>();
  private readonly registration = vscode.window.registerWebviewPanelSerializer(
    accessPanelType,
    this,
  );

  constructor(
    private readonly reader: AccessReader,
    private readonly services: AccessPanelServices,
  ) {}

  /** Asks the portal and shows the answer; a panel that is open already comes to the front. */
  async open(portal: PortalRecord): Promise<void> {
    // Loaded with the first panel: activation must not wait for what it does not need.
    const adopt = await this.adopter();
    const open = this.panels.get(portal.id);
    open?.reveal();
    await (open ?? adopt(portal.id, this.newPanel())).session.read();
  }

  /** The panel in front, if there is one. */
  get active(): AccessPanel | undefined {
    return [...this.panels.values()].find((panel) => panel.isActive);
  }

  closePortal(portalId: string): void {
    this.panels.get(portalId)?.close();
  }

  /** Called by VS Code after a restart: the panel asks again, for no answer was stored. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const identity = parsePortalIdentity(state);
    if (identity === undefined) {
      panel.dispose();
      return;
    }
    const adopt = await this.adopter();
    // VS Code shows the panel when this is over: nobody waits for the portal.
    void adopt(identity.portalId, panel).session.read();
  }

  dispose(): void {
    this.registration.dispose();
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  private async adopter(): Promise<(portalId: string, panel: vscode.WebviewPanel) => AccessPanel> {
    const [{ AccessPanel }, pages] = await Promise.all([
      import("./accessPanel"),
      this.services.pageSource.load(),
    ]);
    return (portalId, panel) => this.adopt(AccessPanel, portalId, pages.pageIn(panel));
  }

  private newPanel(): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      accessPanelType,
      "", // The panel writes its own.
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
  }

  private adopt(Panel: typeof AccessPanel, portalId: string, page: HostedPage): AccessPanel {
    const session = new AccessSession({
      read: (portal, signal) => this.reader.read(portal, signal),
      portal: () => this.services.portals.find(portalId),
      webhook: () => this.services.portals.webhookOf(portalId),
    });
    const adopted = new Panel(portalId, session, page, this.services);
    this.panels.set(portalId, adopted);
    page.panel.onDidDispose(() => {
      adopted.dispose();
      if (this.panels.get(portalId) === adopted) this.panels.delete(portalId);
    });
    return adopted;
  }
}
