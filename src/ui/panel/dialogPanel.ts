import * as vscode from "vscode";
import type { DialogMemory } from "../../core/browse/dialogMemory";
import { nothingKnown } from "../../core/browse/dialogSummary";
import type { AccessTests } from "../../core/diagnosis/accessTests";
import { copyTextOf } from "../../core/dialog/dialog";
import type { DialogHistory } from "../../core/dialog/history";
import type { DialogSession } from "../../core/dialog/dialogSession";
import { chatRef, type DialogRef } from "../../core/dialog/dialogId";
import { messengerUrl } from "../../core/dialog/links";
import { renamedTo } from "../../core/portal/portalError";
import type { Portals } from "../../core/portal/portals";
import { clip } from "../../core/visibleText";
import { DisposableStore } from "../../core/lifecycle";
import type { PeopleReader } from "../../core/people/dialogPeople";
import type { PanelActionId } from "../../protocol/panelView";
import type { RawReplies } from "../documents/rawReplies";
import { commandIds, treeCommandIds, webhookHelpUrl } from "../ids";
import { pickReadAs } from "../bots/readAsPicker";
import { adoptAddress } from "../portals/adoptAddress";
import { copyTextIn } from "./copyText";
import { HostedPage, type PageRequest } from "./hostedPage";
import { PanelPeople } from "./panelPeople";
import {
  ownTitleOf,
  panelView,
  rawRepliesOf,
  readingOf,
  peoplePageOf,
  titleOf,
  type PanelSubject,
} from "./panelView";
import { panelWords } from "./panelWords";
import { openSettings } from "./settings";

export interface DialogPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly portals: Portals;
  readonly history: DialogHistory;
  readonly memory: DialogMemory;
  readonly people: PeopleReader;
  readonly rawReplies: RawReplies;
  /** What can be asked about a dialog that was refused. */
  readonly accessTests: (portalId: string, ref: DialogRef) => AccessTests;
  /** The demo portal has an address, but nothing is behind it for a browser. */
  readonly demoOrigin: string;
  readonly nowMs: () => number;
}

/** One dialog of one portal in an editor tab. */
export class DialogPanel implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly tests: AccessTests;
  private readonly people: PanelPeople;
  private readonly page: HostedPage;

  constructor(
    readonly portalId: string,
    readonly session: DialogSession,
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: DialogPanelParts,
  ) {
    this.store.add(session);
    this.tests = this.store.add(parts.accessTests(portalId, session.ref));
    this.store.add(
      this.tests.onDidChange(() => {
        this.show();
      }),
    );
    this.store.add(
      session.onDidChange(() => {
        this.tests.reset();
        this.show();
        void this.keepInHistory();
      }),
    );
    this.people = this.store.add(
      new PanelPeople(session, parts.people, {
        portal: () => parts.portals.find(portalId),
        page: (question) => peoplePageOf(this.subject, question),
        show: () => {
          this.show();
        },
        post: (message) => {
          this.page.post(message);
        },
      }),
    );
    this.store.add(
      parts.portals.onDidChange(() => {
        void session.follow();
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
        answer: (request) => this.answer(request),
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
      knownTitle: this.parts.memory.recall(this.portalId, this.session.ref.dialogId)?.title ?? "",
      state: this.session.state,
      readAs: this.session.readAs,
      tests: this.tests,
      people: this.people.known,
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

  private async answer(request: PageRequest): Promise<void> {
    switch (request.type) {
      case "people":
        return this.people.answer(request);
      case "runTest":
        return this.tests.run(request.id);
      case "cancelTest":
        this.tests.cancel(request.id);
    }
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
      case "readPeople":
        return this.people.known.retry();
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
        if (session.readAs.kind === "owner") {
          // The refusal stays: the bot is one more way to find its cause.
          await run(commandIds.addBot, { portalId });
          return;
        }
        const added: unknown = await run(commandIds.addBot, {
          portalId,
          botId: session.readAs.botId,
        });
        if (added !== undefined) await session.read();
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
      case "adoptAddress":
        if (!(await this.adoptAddress())) return;
        // The same portal under its new name: what was agreed to holds.
        session.confirm();
        return session.read();
      case "openTimeoutSetting":
      case "openCertificateSetting":
      case "openProxySettings":
        return openSettings(action);
      case "searchChats":
        await run(treeCommandIds.searchChats, { portalId });
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

  private async adoptAddress(): Promise<boolean> {
    const { portal, state } = this.subject;
    const origin = state.phase === "failed" ? renamedTo(state.failure.error) : undefined;
    if (portal === undefined || origin === undefined) return false;
    return adoptAddress(this.parts.portals, portal, origin);
  }

  private async openInBitrix24(): Promise<void> {
    const { portal, isDemo, ref } = this.subject;
    if (portal === undefined || isDemo) return;
    await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, ref.dialogId)));
  }
}
