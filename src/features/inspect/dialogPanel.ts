import * as vscode from "vscode";
import { demoOrigin } from "../../core/portal/demoAddress";
import type { OpenPanel, ShownDialog } from "../../panel/host/openPanels";
import type { Services } from "../../services";
import { settingsSection } from "../../ids";
import type { CauseFinder } from "../../core/sessions/causeFinder";
import { DialogMessages } from "../../core/sessions/dialogMessages";
import type { DialogSession } from "../../core/sessions/dialogSession";
import { DisposableStore } from "../../core/base/lifecycle";
import { DialogActions } from "./dialogActions";
import type { HostedPage, PageOwner, PageRequest } from "../../panel/host/hostedPage";
import { markSteps } from "../help";
import { PanelHistory } from "./panelHistory";
import { PanelPeople } from "./panelPeople";
import { ownTitleOf, picturesOf, tabTitleOf } from "../../panel/view/headerView";
import { exchangesOf, readingOf, type PanelSubject } from "../../panel/view/panelSubject";
import { lateRefusal } from "../../panel/view/lateViews";
import { panelView, peoplePageOf } from "../../panel/view/panelView";
import { panelWords } from "../../panel/protocol/panelWords";

/** One dialog of one portal in an editor tab. */
export class DialogPanel implements OpenPanel, vscode.Disposable {
  private readonly store = new DisposableStore();
  /** Once the dialog was refused. */
  private probes: CauseFinder | undefined;
  private readonly people: PanelPeople;
  private readonly messages: DialogMessages;
  private readonly history: PanelHistory;
  /** Of the link that named the dialog when it was looked up last. */
  linkHost: string | undefined;
  /** The reader pinned the dialog here, or filtered its fields. */
  private isWorkedWith = false;

  constructor(
    readonly portalId: string,
    readonly session: DialogSession,
    readonly page: HostedPage,
    private readonly services: Services,
  ) {
    const show = (): void => {
      page.show();
    };
    this.store.add(session);
    this.history = new PanelHistory(portalId, session, services, () => ownTitleOf(this.subject));
    const findCauses = (): CauseFinder | undefined => {
      if (lateRefusal.value === undefined) return undefined;
      const probes = this.store.add(
        new lateRefusal.value.CauseFinder(session.ref, {
          ...services,
          portal: () => services.portals.find(portalId),
          agrees: (chat, bot) => actions.agreesToProbe(chat, bot),
        }),
      );
      this.store.add(probes.onDidChange(show));
      return probes;
    };
    // Before the page hears of the record: it has to know that the people are on their way.
    this.people = this.store.add(
      new PanelPeople(session, services.reader, services.background, {
        portal: () => services.portals.find(portalId),
        page: (question) => peoplePageOf(this.subject, question),
        show,
        post: (message) => {
          this.page.post(message);
        },
      }),
    );
    this.store.add(
      session.onDidChange((state) => {
        markSteps(state);
        this.probes?.reset();
        if (state.phase === "failed") this.probes ??= findCauses();
        this.messages.follow(readingOf(state));
        page.show();
        void this.history.add();
        void this.readBots();
      }),
    );
    this.store.add(
      session.onDidLearnName(() => {
        this.history.learnTitle();
        page.show();
      }),
    );
    this.messages = this.store.add(
      new DialogMessages(services.messages, () => services.portals.find(portalId)),
    );
    for (const changes of [services.pins, services.portalBots, services.limiter, this.messages]) {
      this.store.add(changes.onDidChange(show));
    }
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settingsSection}.avatars`)) page.show();
        // What is turned off is gone, and not only hidden.
        if (change.affectsConfiguration(`${settingsSection}.messages`)) this.messages.forget();
      }),
    );
    this.store.add(
      services.portals.onDidChange(() => {
        void session.follow();
        this.messages.follow(readingOf(session.state));
        page.show();
      }),
    );
    const actions = new DialogActions(portalId, session, {
      pins: services.pins,
      rawReplies: services.rawReplies,
      subject: () => this.subject,
      show,
      keep: () => {
        this.isWorkedWith = true;
      },
      findCause: () => this.probes?.runAll(),
      readPeople: () => this.people.known.retry(),
      messages: () => this.shownMessages,
    });
    const owner: PageOwner = {
      title: () => tabTitleOf(this.subject),
      content: () => ({
        view: panelView(this.subject),
        words: panelWords(),
        identity: { portalId, dialogId: session.ref.dialogId },
        layout: services.layouts.current,
      }),
      progress: () => {
        if (session.state.phase === "reading") return "reading";
        return this.people.known.isReading ? "answered" : "complete";
      },
      pictures: () => picturesOf(this.subject),
      act: (action, argument) => actions.run(action, argument),
      arrange: (change) => services.layouts.arrange(change),
      filtered: () => {
        this.isWorkedWith = true;
      },
      copyTextOf: (key) => this.copyTextOf(key),
      answer: (request) => this.answer(request),
    };
    this.store.add({
      dispose: () => {
        page.leave(owner);
      },
    });
    this.store.add(services.openPanels.add(this));
    this.store.add(
      page.panel.onDidChangeViewState(() => {
        if (page.panel.active) services.openPanels.comesToFront(this);
      }),
    );
    page.present(owner);
    services.openPanels.comesToFront(this);
  }

  get shown(): ShownDialog {
    const { ref, state } = this.session;
    return {
      dialogId: ref.dialogId,
      made: [...exchangesOf(state), this.messages.state.exchange].flatMap((made) =>
        made === undefined || made.method === "batch"
          ? []
          : [{ method: made.method, params: made.params }],
      ),
      fields: readingOf(state)?.dialog.fields,
      copyTextOf: (key) => this.copyTextOf(key),
    };
  }

  get isActive(): boolean {
    return this.page.panel.active;
  }

  /** Whether somebody works with it, or pinned its tab. VS Code links no tab to its panel: the title and the place tell. */
  get isKept(): boolean {
    if (this.isWorkedWith) return true;
    const { title, viewColumn } = this.page.panel;
    return vscode.window.tabGroups.all
      .filter((group) => group.viewColumn === viewColumn)
      .some(({ tabs }) => tabs.some(({ label, isPinned }) => isPinned && label === title));
  }

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.page.panel.viewColumn;
  }

  /** The tab was closed. */
  onDidClose(listener: () => void): void {
    this.store.add(this.page.panel.onDidDispose(listener));
  }

  async refresh(): Promise<void> {
    await this.session.read();
  }

  /**
   * @param column absent: where it is
   * @param keepsKeyboard what has the keyboard keeps it
   */
  reveal(column?: vscode.ViewColumn, keepsKeyboard = false): void {
    this.page.panel.reveal(column, keepsKeyboard);
  }

  close(): void {
    this.page.panel.dispose();
  }

  dispose(): void {
    this.store.dispose();
  }

  private get subject(): PanelSubject {
    const portal = this.services.portals.find(this.portalId);
    return {
      ref: this.session.ref,
      portal,
      isActivePortal: this.services.portals.active()?.id === this.portalId,
      linkHost: this.linkHost,
      isDemo: portal?.origin === demoOrigin,
      isCrowded: portal !== undefined && this.services.limiter.isCrowded(portal.origin),
      hasPictures: hasPictures(),
      knownTitle:
        this.services.memory.recall(this.portalId, this.session.ref.dialogId)?.title ?? "",
      state: this.session.state,
      readAs: this.session.readAs,
      isPinned: this.services.pins.has(this.portalId, this.session.ref.dialogId),
      bots: portal === undefined ? undefined : this.services.portalBots.of(portal),
      probes: this.probes,
      people: this.people.known,
      messages: this.shownMessages,
    };
  }

  /** Which of the chat's members are bots of the portal: of one that answered. */
  private async readBots(): Promise<void> {
    const portal = this.services.portals.find(this.portalId);
    if (this.session.state.phase === "read" && portal !== undefined) {
      await this.services.portalBots.read(portal);
    }
  }

  private get shownMessages(): DialogMessages | undefined {
    return setting("messages") === "off" ? undefined : this.messages;
  }

  private async copyTextOf(key: string): Promise<string | undefined> {
    const { copyTextOfDialog } = await import("../../panel/view/copyText");
    return copyTextOfDialog(this.subject, key);
  }

  private async answer(request: PageRequest): Promise<void> {
    switch (request.type) {
      case "people":
        return this.people.answer(request);
      case "runProbe":
        return this.probes?.run(request.id);
      case "cancelProbe":
        this.probes?.cancel(request.id);
    }
  }
}

function hasPictures(): boolean {
  return setting("avatars") !== "none";
}

function setting(name: string): string | undefined {
  return vscode.workspace.getConfiguration(settingsSection).get<string>(name);
}
