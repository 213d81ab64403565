import * as vscode from "vscode";
import { agreedForPortal, readToConfirm } from "../../core/dialog/consent";
import type { DialogKindWord } from "../../core/dialog/dialogKind";
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
import { lateComparison } from "../../panel/view/viewersView";
import type { Services } from "../../services";
import { DialogPanel } from "./dialogPanel";
import { PreviewPanel } from "./previewPanel";

export interface HowToOpen {
  /** With whose eyes; absent: as the open panel does, in a new one as the webhook's owner. */
  readonly as?: ReadAs | undefined;
  /** Whom the user was asked about. */
  readonly agreed?: Viewer | undefined;
  /** The tab stays with this dialog: no other look-up takes it over. */
  readonly isKept?: boolean;
  /** In the sidebar: a second one at once keeps the tab. */
  readonly isClick?: boolean;
  /** Of the link that named the dialog. */
  readonly linkHost?: string | undefined;
}

/** The open panels: one for each dialog and portal. */
export class DialogPanels implements vscode.Disposable {
  private readonly panels = new Map<string, DialogPanel>();

  private readonly preview: PreviewPanel;

  /** What was put there last: VS Code tells a moment later which panel is active. */
  private inFront: HostedPage | undefined;

  constructor(private readonly services: Services) {
    this.preview = new PreviewPanel(services.nowMs);
  }

  /**
   * Shows a dialog, and reads it; one that is already open comes to the front and is read anew, unless its reading is
   * on its way. Look-ups share one panel; a click leaves the keyboard in the tree, a double click keeps the panel and
   * goes into it. What the read may change at the portal has been
   * agreed to.
   */
  async open(portal: PortalRecord, ref: DialogRef, how: HowToOpen): Promise<void> {
    const { as, agreed, isKept = false, isClick = false, linkHost } = how;
    const pages = await this.services.pageSource.load();
    const found = this.panels.get(keyOf(portal.id, ref.dialogId));
    const reusable = found !== undefined || isKept ? undefined : this.preview.reusable;
    const panel =
      found ??
      this.adopt(
        portal.id,
        ref,
        reusable === undefined
          ? pages.open(dialogPanelType, ref.dialogId, {
              viewColumn: this.column(),
              preserveFocus: isClick,
            })
          : this.release(reusable),
        as?.kind !== "bot",
      );
    const { session } = panel;
    panel.linkHost = linkHost;
    if (isKept) this.preview.keep(panel);
    else if (found === undefined) this.preview.show(panel);
    const isDoubleClick = isClick && this.preview.click(panel);
    if (isDoubleClick) this.preview.keep(panel);
    const keepsKeyboard = isClick && !isDoubleClick;
    // VS Code's work for it would come before the picture: what is new is in front, and has the keyboard.
    const isNew = found === undefined && reusable === undefined;
    const isThere = isNew || (keepsKeyboard && panel.page === this.inFront && panel.isActive);
    if (!isThere) panel.reveal(this.column(panel), keepsKeyboard);
    this.inFront = panel.page;
    if (found === undefined) {
      readAs(session, as ?? ownerViewer, agreed);
      await session.read();
    } else if (!isDoubleClick) {
      if (as === undefined) session.confirm();
      else readAs(session, as, agreed);
      await session.readUnlessReading();
    }
  }

  /** Whether the user agreed, in an open panel, to what this viewer's read may change. */
  isAgreed(portalId: string, dialogId: string, viewer: Viewer): boolean {
    return this.panels.get(keyOf(portalId, dialogId))?.session.isAgreed(viewer) ?? false;
  }

  /** Called by VS Code after a restart: the panel re-reads, for nothing of the dialog was stored. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const identity = parsePanelIdentity(state);
    const ref = parseExactDialogId(identity?.dialogId);
    const portal = this.services.portals.find(identity?.portalId ?? "");
    // A panel goes with its portal, also when nobody had looked at its tab yet.
    if (identity === undefined || ref === undefined || portal === undefined) {
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
    const isKnown = this.services.history.wasRead(identity.portalId, ref.dialogId);
    const isConfirmed =
      readToConfirm(ref, ownerViewer, { isKnown }, agreedForPortal(portal)) === undefined;
    // VS Code shows the panel when this is over: nobody waits for the portal.
    void this.adopt(identity.portalId, ref, pages.restore(panel), isConfirmed).session.read();
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
        knownKind: () => kindOf(this.services, portalId, ref.dialogId),
      },
      isConfirmed,
    );
    const adopted = new DialogPanel(portalId, session, page, this.services);
    this.panels.set(keyOf(portalId, ref.dialogId), adopted);
    adopted.onDidClose(() => {
      if (this.inFront === page) this.inFront = undefined;
      this.release(adopted).dispose();
    });
    return adopted;
  }

  private async read(
    portal: PortalRecord,
    ref: DialogRef,
    viewer: Viewer,
    signal: AbortSignal,
  ): Promise<Result<DialogReading, PortalFailure>> {
    const { dialogs, bots } = this.services;
    if (viewer.kind === "owner") return dialogs.read(portal, ref, signal);
    await lateComparison.ready();
    return bots.read(portal, ref, viewer.botId, signal);
  }

  /** @returns the page, which shows nothing new any more */
  private release(open: DialogPanel): HostedPage {
    const key = keyOf(open.portalId, open.session.ref.dialogId);
    open.dispose();
    this.preview.forget(open);
    if (this.panels.get(key) === open) this.panels.delete(key);
    return open.page;
  }

  /** Where the panel is, or else the other dialogs, but never over the code in front: beside that. */
  private column(panel = [...this.panels.values()].at(-1)): vscode.ViewColumn {
    const code = vscode.window.activeTextEditor?.viewColumn;
    const own = panel?.viewColumn;
    if (own !== undefined && own !== code) return own;
    return code === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  }
}

/** Side by side, what the bot's read may change is known only after the owner's: that is asked about then. */
function readAs(session: DialogSession, as: ReadAs, agreed: Viewer | undefined): void {
  session.confirm(as.kind === "both" ? ownerViewer : as);
  if (agreed !== undefined) session.confirm(agreed);
  session.look(as);
}

/** What an earlier look at a dialog said of its kind. */
export function kindOf(
  { history, memory }: Pick<Services, "history" | "memory">,
  portalId: string,
  dialogId: string,
): DialogKindWord | undefined {
  return history.find(portalId, dialogId)?.kind ?? memory.recall(portalId, dialogId)?.kind?.word;
}

function keyOf(portalId: string, dialogId: string): string {
  return `${portalId} ${dialogId}`;
}
