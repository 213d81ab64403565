import { DisposableStore, type Disposable } from "../../core/base/lifecycle";
import { clip } from "../../core/base/visibleText";
import type { Exchange } from "../../core/portal/portalCaller";
import { renamedTo } from "../../core/portal/portalError";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { exchangesIn, type ReportSession } from "../../core/sessions/reportSession";
import type { HostedPage, PageOwner } from "../../panel/host/hostedPage";
import type { OpenPanel } from "../../panel/host/openPanels";
import type { PageIdentity } from "../../panel/protocol/panelMessages";
import type { PageActionId, PanelActionId, PanelView } from "../../panel/protocol/panelView";
import { isCommandAction, isPageAction } from "../../panel/view/actions";
import { copyTextIn } from "../../panel/view/copyText";
import { panelWords } from "../../panel/protocol/panelWords";
import type { ReportActionId, ReportSurroundings } from "../../panel/view/reportView";
import type { Services } from "../../services";
import { runAction } from "../base/runAction";

/** What one report is made of. @typeParam Own what its page can do beside what every report can */
export interface Report<Reading, Own extends PanelActionId = never> {
  readonly identity: PageIdentity;
  readonly session: ReportSession<Reading>;
  readonly toolbarLabel: string;
  /** Of the document with its raw replies. */
  readonly rawName: string;
  readonly view: (around: ReportSurroundings) => PanelView<ReportActionId | Own>;
  readonly exchangesOf: (reading: Reading) => readonly Exchange[];
  readonly deeds: Readonly<Record<Own, (argument: string) => unknown>>;
  /** What ends with the page. */
  readonly owned?: Disposable;
  /** What changes the page beside its answer. */
  readonly onDidChange?: (listener: () => void) => Disposable;
}

/** A report on a portal's webhook or bot, in an editor tab. */
export class ReportPanel<Reading, Own extends PanelActionId> implements OpenPanel, Disposable {
  private readonly store = new DisposableStore();

  /** What no command does: the compiler asks for a deed for each. */
  private readonly deeds: Readonly<Record<PageActionId, () => Promise<void> | void>> = {
    refresh: () => this.report.session.read(),
    cancel: () => {
      this.report.session.cancel();
    },
    openRaw: () => this.openRaw(),
  };

  constructor(
    private readonly report: Report<Reading, Own>,
    private readonly page: HostedPage,
    private readonly services: Services,
  ) {
    const { session, identity } = report;
    this.store.add(session);
    if (report.owned !== undefined) this.store.add(report.owned);
    this.store.add(page);
    const owner: PageOwner = {
      title: () => clip(this.view.header.title, 60),
      content: () => ({
        view: this.view,
        words: { ...panelWords(), toolbarLabel: report.toolbarLabel },
        identity,
        layout: services.layouts.current,
      }),
      progress: () => (session.state.phase === "reading" ? "reading" : "complete"),
      act: (action, argument) => this.act(action, argument),
      pictures: () => [],
      arrange: (change) => services.layouts.arrange(change),
      copyTextOf: (key) => Promise.resolve(copyTextIn(this.view.body, key)),
    };
    const show = (): void => {
      this.page.show();
    };
    this.store.add(session.onDidChange(show));
    this.store.add(services.limiter.onDidChange(show));
    if (report.onDidChange !== undefined) this.store.add(report.onDidChange(show));
    this.store.add(
      services.portals.onDidChange(() => {
        this.page.show();
        void session.follow();
      }),
    );
    this.store.add(services.openPanels.add(this));
    page.present(owner);
  }

  get portalId(): string {
    return this.report.identity.portalId;
  }

  get isActive(): boolean {
    return this.page.panel.active;
  }

  async refresh(): Promise<void> {
    await this.report.session.read();
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

  private get portal(): PortalRecord | undefined {
    return this.services.portals.find(this.portalId);
  }

  private get view(): PanelView<ReportActionId | Own> {
    const { portal } = this;
    const isCrowded = portal !== undefined && this.services.limiter.isCrowded(portal.origin);
    return this.report.view({ portal, isCrowded });
  }

  private async act(action: string, argument = ""): Promise<void> {
    const { session, identity, deeds } = this.report;
    if (isPageAction(action)) return this.deeds[action]();
    if (!isCommandAction(action)) {
      // Another page's own does not compile on this one.
      if (isOwn(action, deeds)) await deeds[action](argument);
      return;
    }
    const { state } = session;
    const newOrigin = state.phase === "failed" ? renamedTo(state.failure.error) : undefined;
    const subject = { ...identity, portalId: this.portal?.id, newOrigin, method: argument };
    if (!(await runAction(action, subject))) return;
    // Another webhook is asked about already; the same one, pasted anew, is not.
    if (session.state.phase !== "reading") await session.read();
  }

  private async openRaw(): Promise<void> {
    const { session, exchangesOf, rawName } = this.report;
    const replies = exchangesIn(session.state, exchangesOf).flatMap(({ method, body }) =>
      body === undefined ? [] : [{ method, body }],
    );
    await this.services.rawReplies.show(this.portalId, rawName, replies);
  }
}

function isOwn<Own extends PanelActionId>(
  action: string,
  deeds: Readonly<Record<Own, unknown>>,
): action is Own {
  return Object.hasOwn(deeds, action);
}
