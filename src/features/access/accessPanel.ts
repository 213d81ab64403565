import * as vscode from "vscode";
import type { AccessSession } from "../../core/sessions/accessSession";
import { DisposableStore } from "../../core/base/lifecycle";
import { clip } from "../../core/base/visibleText";
import type { PanelActionId } from "../../panel/protocol/panelView";
import type { OpenPanel } from "../../panel/host/openPanels";
import type { Services } from "../../services";
import { commandIds } from "../../ids";
import { runCommand } from "../base/commands";
import { openWebhookHelp } from "../base/openWebhookHelp";
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
export class AccessPanel implements OpenPanel, vscode.Disposable {
  private readonly store = new DisposableStore();

  constructor(
    readonly portalId: string,
    readonly session: AccessSession,
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
      act: (action) => this.act(action),
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

  private async act(action: PanelActionId): Promise<void> {
    const { portalId, session } = this;
    switch (action) {
      case "refresh":
        return session.read();
      case "cancel":
        session.cancel();
        return;
      case "openRaw": {
        const body = rawAccessReply(session.state);
        const replies = body === undefined ? [] : [{ method: "batch", body }];
        await this.services.rawReplies.show(portalId, "access", replies);
        return;
      }
      case "replaceWebhook": {
        const isReplaced: unknown = await runCommand(commandIds.replaceWebhook, { portalId });
        // Another webhook is asked about already; the same one, pasted anew, is not.
        if (isReplaced === true && session.state.phase !== "reading") await session.read();
        return;
      }
      case "openWebhookHelp":
        return openWebhookHelp();
      case "addPortal":
        await runCommand(commandIds.addPortal);
        return;
      case "showLog":
        await runCommand(commandIds.showLog);
        return;
      default:
        // The other actions belong to a dialog: this page offers none of them.
        return;
    }
  }
}
