import * as vscode from "vscode";
import type { ReportSession } from "../../core/sessions/reportSession";
import { DisposableStore } from "../../core/base/lifecycle";
import { clip } from "../../core/base/visibleText";
import { isCommandAction, isPageAction } from "../../panel/view/actions";
import { renamedTo } from "../../core/portal/portalError";
import { runAction } from "../base/runAction";
import type { PageActionId, PanelActionId } from "../../panel/protocol/panelView";
import type { OpenPanel } from "../../panel/host/openPanels";
import type { Services } from "../../services";
import { copyTextIn } from "../../panel/view/copyText";
import type { HostedPage, PageOwner } from "../../panel/host/hostedPage";
import { panelWords } from "../../panel/view/panelWords";
import {
  accessTitle,
  accessView,
  rawAccessReply,
  type AccessSubject,
} from "../../panel/view/accessView";

/** What the webhook of one portal may do, in an editor tab. */
export class ReportPanel implements OpenPanel, vscode.Disposable {
  private readonly store = new DisposableStore();

  /** What no command does: the compiler asks for a deed for each. */
  private readonly deeds: Readonly<Record<PageActionId, () => Promise<void> | void>> = {
    refresh: () => this.session.read(),
    cancel: () => {
      this.session.cancel();
    },
    openRaw: () => this.openRaw(),
  };

  constructor(
    readonly portalId: string,
    readonly session: ReportSession,
    private readonly page: HostedPage,
    private readonly services: Services,
  ) {
    this.store.add(session);
    this.store.add(page);
    const owner: PageOwner = {
      content: () => ({
        view: accessView(this.subject),
        words: { ...panelWords(), toolbarLabel: vscode.l10n.t("Actions for the webhook") },
        identity: { portalId },
        layout: services.layouts.current,
        isComplete: session.state.phase !== "reading",
      }),
      act: (action, argument) => this.act(action, argument),
      pictures: () => [],
      arrange: (change) => services.layouts.arrange(change),
      copyTextOf: (key) => copyTextIn(accessView(this.subject).body, key),
    };
    this.store.add(
      session.onDidChange(() => {
        this.show();
      }),
    );
    this.store.add(
      services.portals.onDidChange(() => {
        this.show();
        void session.follow();
      }),
    );
    this.store.add(services.openPanels.add(this));
    this.writeTitle();
    page.present(owner);
  }

  get isActive(): boolean {
    return this.page.panel.active;
  }

  async refresh(): Promise<void> {
    await this.session.read();
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  close(): void {
    this.page.panel.dispose();
  }

  dispose(): void {
    this.store.dispose();
  }

  private get subject(): AccessSubject {
    return { portal: this.services.portals.find(this.portalId), state: this.session.state };
  }

  private show(): void {
    this.writeTitle();
    this.page.show();
  }

  private writeTitle(): void {
    this.page.panel.title = clip(accessTitle(this.subject.portal), 60);
  }

  private async act(action: PanelActionId, argument?: string): Promise<void> {
    const { portalId, session, services } = this;
    if (isPageAction(action)) return this.deeds[action]();
    if (!isCommandAction(action)) return; // A dialog's own: it does not compile on this page.
    const { state } = session;
    const newOrigin = state.phase === "failed" ? renamedTo(state.failure.error) : undefined;
    const portal = services.portals.find(portalId);
    if (!(await runAction(action, { portalId: portal?.id, newOrigin, method: argument }))) return;
    // Another webhook is asked about already; the same one, pasted anew, is not.
    if (session.state.phase !== "reading") await session.read();
  }

  private async openRaw(): Promise<void> {
    const body = rawAccessReply(this.session.state);
    const replies = body === undefined ? [] : [{ method: "batch", body }];
    await this.services.rawReplies.show(this.portalId, "access", replies);
  }
}
