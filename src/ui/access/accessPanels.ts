import * as vscode from "vscode";
import type { AccessReader } from "../../core/diagnosis/accessReader";
import { AccessSession } from "../../core/diagnosis/accessSession";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { parsePortalIdentity } from "../../protocol/panelMessages";
import { accessPanelType } from "../ids";
import { AccessPanel, type AccessPanelParts } from "./accessPanel";
import { accessTitle } from "./accessView";

/** The open panels about access: one for each portal. */
export class AccessPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, AccessPanel>();
  private readonly registration = vscode.window.registerWebviewPanelSerializer(
    accessPanelType,
    this,
  );

  constructor(
    private readonly reader: AccessReader,
    private readonly parts: AccessPanelParts,
  ) {}

  /** Asks the portal and shows the answer; a panel that is open already comes to the front. */
  async open(portal: PortalRecord): Promise<void> {
    const open = this.panels.get(portal.id);
    open?.reveal();
    await (open ?? this.create(portal)).session.read();
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
    if (identity === undefined) panel.dispose();
    else await this.adopt(identity.portalId, panel).session.read();
  }

  dispose(): void {
    this.registration.dispose();
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  private create(portal: PortalRecord): AccessPanel {
    const panel = vscode.window.createWebviewPanel(
      accessPanelType,
      accessTitle(portal),
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
    return this.adopt(portal.id, panel);
  }

  private adopt(portalId: string, panel: vscode.WebviewPanel): AccessPanel {
    const session = new AccessSession({
      read: (portal, signal) => this.reader.read(portal, signal),
      portal: () => this.parts.portals.find(portalId),
      webhook: () => this.parts.portals.webhookOf(portalId),
    });
    const adopted = new AccessPanel(portalId, session, panel, this.parts);
    this.panels.set(portalId, adopted);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (this.panels.get(portalId) === adopted) this.panels.delete(portalId);
    });
    return adopted;
  }
}
