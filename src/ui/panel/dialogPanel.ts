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
import { parsePanelToHost, type HostToPanel } from "../../protocol/panelMessages";
import type { PanelActionId, PanelMemory, PanelValue } from "../../protocol/panelView";
import type { RawReplies } from "../documents/rawReplies";
import { commandIds, webhookHelpUrl } from "../ids";
import { pickReadAs } from "../bots/readAsPicker";
import { panelOptions, panelPage } from "./panelPage";
import {
  ownTitleOf,
  panelView,
  rawRepliesOf,
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
  private memory: PanelMemory | undefined;
  private isReady = false;

  constructor(
    readonly portalId: string,
    readonly session: DialogSession,
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: DialogPanelParts,
  ) {
    this.store.add(session);
    this.store.add(panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
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
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, "media", "icon.png");
    panel.webview.options = panelOptions(parts.extensionUri);
    panel.webview.html = panelPage(panel.webview, parts.extensionUri);
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
      knownTitle: this.parts.memory.recall(this.portalId, this.session.ref.dialogId)?.title ?? "",
      state: this.session.state,
      readAs: this.session.readAs,
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

  private show(memory?: PanelMemory): void {
    const { subject } = this;
    this.panel.title = clip(titleOf(subject), 60);
    if (!this.isReady) return;
    this.post({
      type: "show",
      view: panelView(subject),
      words: panelWords(),
      language: vscode.env.language,
      identity: { portalId: this.portalId, dialogId: this.session.ref.dialogId },
      ...(memory === undefined ? {} : { memory }),
    });
  }

  private post(message: HostToPanel): void {
    // A page that is hidden is gone; it asks for everything again when it comes back.
    void this.panel.webview.postMessage(message);
  }

  private async receive(value: unknown): Promise<void> {
    const message = parsePanelToHost(value);
    switch (message?.type) {
      case "ready":
        this.isReady = true;
        this.show(this.memory);
        return;
      case "remember":
        this.memory = message.memory;
        return;
      case "copyValue":
        await this.copyValue(message.key);
        return;
      case "act":
        await this.act(message.action);
        return;
      case undefined:
        return;
    }
  }

  private async copyValue(key: string): Promise<void> {
    const text = this.copyTextOf(key);
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    this.post({ type: "copied", key });
  }

  private copyTextOf(key: string): string | undefined {
    const field = readingOf(this.session.state)?.dialog.fields.find(({ path }) => path === key);
    if (field !== undefined) return copyTextOf(field);
    const { body } = panelView(this.subject);
    const groups = body.type === "facts" ? body.groups : body.type === "notice" ? body.details : [];
    const value = groups.flatMap(({ fields }) => fields).find((fact) => fact.key === key)?.value;
    return value === undefined ? undefined : copyTextOfValue(value);
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
        await this.parts.rawReplies.show(portalId, ref.dialogId, rawRepliesOf(session.state));
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
      case "readAs":
        return this.chooseReader();
      case "addBot": {
        const botId = session.readAs.kind === "owner" ? undefined : session.readAs.botId;
        const added: unknown = await run(commandIds.addBot, { portalId, botId });
        if (added !== undefined) await session.read();
        return;
      }
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

  private async chooseReader(): Promise<void> {
    const { portal } = this.subject;
    const as = portal === undefined ? undefined : await pickReadAs(portal, this.session.readAs);
    if (as === undefined) return;
    this.session.look(as);
    this.show();
    await this.session.read();
  }

  private async openInBitrix24(): Promise<void> {
    const { portal, isDemo, ref } = this.subject;
    if (portal === undefined || isDemo) return;
    await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, ref.dialogId)));
  }
}

/** A value that is no field of the reply is copied as the portal spelled it, where it did. */
function copyTextOfValue(value: PanelValue): string | undefined {
  switch (value.type) {
    case "text":
    case "flag":
      return value.raw ?? value.text;
    case "date":
      return value.raw ?? value.iso;
    case "sides":
      return value.sides
        .map(({ label, value: side }) => `${label}: ${copyTextOfValue(side) ?? ""}`)
        .join("\n");
    case "color":
      return value.hex;
    case "json":
      return value.text;
    case "unset":
    case "people":
      return undefined;
  }
}
