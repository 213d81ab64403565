import * as vscode from "vscode";
import { needsConsent } from "../../core/dialog/consent";
import { parseExactDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { DialogSession } from "../../core/sessions/dialogSession";
import { ownerViewer, type ReadAs, type Viewer } from "../../core/dialog/viewer";
import type { Result } from "../../core/base/result";
import type { PortalFailure } from "../../core/portal/portalCaller";
import type { DialogReading } from "../../core/reads/dialogReader";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { parsePanelIdentity } from "../../panel/protocol/panelMessages";
import { dialogPanelType } from "../../ids";
import type { HostedPage } from "../../panel/host/hostedPage";
import type { Services } from "../../services";
import { DialogPanel } from "./dialogPanel";
import { PreviewPanel } from "./previewPanel";

/** The open panels: one for each dialog and portal. */
export class DialogPanels implements vscode.Disposable {
  private readonly panels = new Map<string, DialogPanel>();

  private readonly preview: PreviewPanel;

  constructor(private readonly services: Services) {
    this.preview = new PreviewPanel(services.nowMs);
  }

  /**
   * Shows a dialog in a panel that stays with it, and reads it; one that is already open comes to the front and
   * is read anew, unless its reading is on its way.
   * What the read may change at the portal has been agreed to.
   * @param as with whose eyes; absent: as the open panel does, in a new one as the webhook's owner
   */
  async open(portal: PortalRecord, ref: DialogRef, as?: ReadAs): Promise<void> {
    const pages = await this.services.pageSource.load();
    const open = this.panels.get(keyOf(portal.id, ref.dialogId));
    if (open === undefined) {
      const { session } = this.adopt(portal.id, ref, pages.pageIn(this.newPanel(ref)), true);
      session.look(as ?? ownerViewer);
      await session.read();
      return;
    }
    this.preview.keep(open);
    open.reveal();
    if (as !== undefined) open.session.look(as);
    open.session.confirm();
    await open.session.readUnlessReading();
  }

  /**
   * The same for a click in the sidebar: clicks share one panel, and a double click keeps it. What the read may
   * change at the portal has been agreed to.
   */
  async openPreview(portal: PortalRecord, ref: DialogRef): Promise<void> {
    const pages = await this.services.pageSource.load();
    const open = this.panels.get(keyOf(portal.id, ref.dialogId));
    if (open === undefined) {
      const { reusable } = this.preview;
      const page =
        reusable === undefined ? pages.pageIn(this.newPanel(ref)) : this.release(reusable);
      const adopted = this.adopt(portal.id, ref, page, true);
      this.preview.show(adopted);
      this.preview.click(adopted);
      adopted.reveal();
      await adopted.session.read();
    } else if (this.preview.click(open)) {
      this.preview.keep(open);
      open.reveal();
    } else {
      open.reveal();
      open.session.confirm();
      await open.session.readUnlessReading();
    }
  }

  /** Whether the dialog is in a panel already, so that its reading needs no further question. */
  isOpen(portalId: string, dialogId: string): boolean {
    const panel = this.panels.get(keyOf(portalId, dialogId));
    return panel !== undefined && panel.session.state.phase !== "unconfirmed";
  }

  /** Called by VS Code after a restart: the panel re-reads, for nothing of the dialog was stored. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const identity = parsePanelIdentity(state);
    const ref = parseExactDialogId(identity?.dialogId);
    if (identity === undefined || ref === undefined) {
      panel.dispose();
      return;
    }
    const pages = await this.services.pageSource.load();
    const open = this.panels.get(keyOf(identity.portalId, ref.dialogId));
    if (open !== undefined) {
      // Inspected meanwhile, before its tab was looked at: one panel for each dialog.
      panel.dispose();
      open.reveal();
      return;
    }
    const portal = this.services.portals.find(identity.portalId);
    const wasRead = this.services.history.wasRead(identity.portalId, ref.dialogId);
    const isConfirmed = portal !== undefined && !needsConsent(ref, portal, wasRead);
    // VS Code shows the panel when this is over: nobody waits for the portal.
    void this.adopt(identity.portalId, ref, pages.pageIn(panel), isConfirmed).session.read();
  }

  dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  private adopt(
    portalId: string,
    ref: DialogRef,
    page: HostedPage,
    isConfirmed: boolean,
  ): DialogPanel {
    const session = new DialogSession(
      ref,
      {
        read: (of, dialog, viewer, signal) => this.read(of, dialog, viewer, signal),
        portal: () => this.services.portals.find(portalId),
      },
      isConfirmed,
    );
    const adopted = new DialogPanel(portalId, session, page, this.services);
    this.panels.set(keyOf(portalId, ref.dialogId), adopted);
    adopted.onDidClose(() => {
      this.release(adopted).dispose();
    });
    return adopted;
  }

  private read(
    portal: PortalRecord,
    ref: DialogRef,
    viewer: Viewer,
    signal: AbortSignal,
  ): Promise<Result<DialogReading, PortalFailure>> {
    const { dialogs, bots } = this.services;
    return viewer.kind === "owner"
      ? dialogs.read(portal, ref, signal)
      : bots.read(portal, ref, viewer.botId, signal);
  }

  /** @returns the page, which shows nothing new any more */
  private release(open: DialogPanel): HostedPage {
    const key = keyOf(open.portalId, open.session.ref.dialogId);
    open.dispose();
    this.preview.forget(open);
    if (this.panels.get(key) === open) this.panels.delete(key);
    return open.page;
  }

  private newPanel(ref: DialogRef): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(dialogPanelType, ref.dialogId, this.column(), {
      enableFindWidget: true,
    });
  }

  /** Beside the code that the id came from; where the other dialogs are, when some are open. */
  private column(): vscode.ViewColumn {
    const column = [...this.panels.values()].at(-1)?.viewColumn;
    if (column !== undefined) return column;
    return vscode.window.activeTextEditor === undefined
      ? vscode.ViewColumn.Active
      : vscode.ViewColumn.Beside;
  }
}

function keyOf(portalId: string, dialogId: string): string {
  return `${portalId} ${dialogId}`;
}
