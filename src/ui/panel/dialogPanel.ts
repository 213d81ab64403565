import * as vscode from "vscode";
import type { DialogMemory } from "../../core/browse/dialogMemory";
import { nothingKnown } from "../../core/browse/dialogSummary";
import { copyTextOf } from "../../core/dialog/dialog";
import type { DialogHistory } from "../../core/dialog/history";
import type { DialogSession } from "../../core/dialog/dialogSession";
import { chatRef } from "../../core/dialog/dialogId";
import { messengerUrl } from "../../core/dialog/links";
import type { Portals } from "../../core/portal/portals";
import { clip } from "../../core/visibleText";
import { DisposableStore } from "../../core/lifecycle";
import type { PanelActionId } from "../../protocol/panelView";
import type { RawReplies } from "../documents/rawReplies";
import { commandIds, webhookHelpUrl } from "../ids";
import { copyTextIn } from "./copyText";
import { HostedPage } from "./hostedPage";
import {
  ownTitleOf,
  panelView,
  rawReplyOf,
  readingOf,
  titleOf,
  type PanelSubject,
} from "./panelView";
import { panelWords } from "./panelWords";

export interface DialogPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly portals: Portals;
  readonly history: DialogHistory;
  readonly memory: DialogMemory;
  readonly rawReplies: RawReplies;
  /** The demo portal has an address, but nothing is behind it for a browser. */
  readonly demoOrigin: string;
  readonly nowMs: () => number;
}

/** One dialog of one portal in an editor tab. */
export class DialogPanel implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly page: HostedPage;

  constructor(
    readonly portalId: string,
    readonly session: DialogSession,
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: DialogPanelParts,
  ) {
    this.store.add(session);
    this.store.add(
      session.onDidChange(() => {
        this.show();
        void this.keepInHistory();
      }),
    );
    this.store.add(
      parts.portals.onDidChange(() => {
        this.show();
      }),
    );
    this.page = this.store.add(
      new HostedPage(panel, parts.extensionUri, {
        content: () => ({
          view: panelView(this.subject),
          words: panelWords(),
          identity: { portalId, dialogId: session.ref.dialogId },
        }),
        act: (action) => this.act(action),
        copyTextOf: (key) => this.copyTextOf(key),
      }),
    );
    this.show();
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  reveal(): void {
    this.panel.reveal();
  }

  close(): void {
    this.panel.dispose();
  }

  dispose(): void {
    this.store.dispose();
  }

  private get subject(): PanelSubject {
    const portal = this.parts.portals.find(this.portalId);
    return {
      ref: this.session.ref,
      portal,
      isDemo: portal?.origin === this.parts.demoOrigin,
      state: this.session.state,
    };
  }

  private async keepInHistory(): Promise<void> {
    const { state, ref } = this.session;
    if (state.phase !== "read") return;
    const { portalId } = this;
    const { kind } = state.reading.dialog;
    const { history, memory, nowMs } = this.parts;
    const title = ownTitleOf(this.subject);
    memory.learn(portalId, { ...nothingKnown(ref.dialogId), title, kind });
    await history.add({
      portalId,
      dialogId: ref.dialogId,
      kind: kind.word,
      inspectedAtMs: nowMs(),
    });
  }

  private show(): void {
    this.panel.title = clip(titleOf(this.subject), 60);
    this.page.show();
  }

  private copyTextOf(key: string): string | undefined {
    const field = readingOf(this.session.state)?.dialog.fields.find(({ path }) => path === key);
    if (field !== undefined) return copyTextOf(field);
    return copyTextIn(panelView(this.subject).body, key);
  }

  private async act(action: PanelActionId): Promise<void> {
    const { portalId, session } = this;
    const { ref } = session;
    const run = vscode.commands.executeCommand;
    switch (action) {
      case "refresh":
        return session.read();
      case "cancel":
        session.cancel();
        return;
      case "readAnyway":
        session.confirm();
        return session.read();
      case "openRaw": {
        const body = rawReplyOf(session.state);
        if (body !== undefined) await this.parts.rawReplies.show(portalId, ref.dialogId, body);
        return;
      }
      case "openInBitrix24":
        return this.openInBitrix24();
      case "copyDialogId":
        await vscode.env.clipboard.writeText(ref.dialogId);
        vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", ref.dialogId), 3_000);
        return;
      case "inspectAsChat":
        if (ref.form !== "user") return;
        await run(commandIds.inspectDialog, { dialogId: chatRef(ref.userId).dialogId, portalId });
        return;
      case "inspectAnother":
        // Offered when the portal was removed, too: then the active one is meant.
        await run(
          commandIds.inspectDialog,
          this.subject.portal === undefined ? undefined : { portalId },
        );
        return;
      case "replaceWebhook": {
        const isReplaced: unknown = await run(commandIds.replaceWebhook, { portalId });
        if (isReplaced === true) await session.read();
        return;
      }
      case "checkAccess":
        await run(commandIds.checkAccess, { portalId });
        return;
      case "addPortal":
        await run(commandIds.addPortal);
        return;
      case "openWebhookHelp":
        await vscode.env.openExternal(vscode.Uri.parse(webhookHelpUrl(vscode.env.language)));
        return;
      case "showLog":
        await run(commandIds.showLog);
        return;
    }
  }

  private async openInBitrix24(): Promise<void> {
    const { portal, isDemo, ref } = this.subject;
    if (portal === undefined || isDemo) return;
    await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, ref.dialogId)));
  }
}
