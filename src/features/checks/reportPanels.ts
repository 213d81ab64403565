import * as vscode from "vscode";
import type { PageIdentity } from "../../panel/protocol/panelMessages";
import type { HostedPage } from "../../panel/host/hostedPage";
import type { Pages } from "../../panel/host/pageSource";
import type { PanelActionId } from "../../panel/protocol/panelView";
import type { Services } from "../../services";
import { lateExplanations } from "../../text/explain";
import { ReportPanel, type Report } from "./reportPanel";

/** A kind of report: of all portals and bots, each with a panel of its own. */
export interface ReportSort<Reading, Own extends PanelActionId = never> {
  readonly type: string;
  /** @param isInFront whether its tab is the one that is seen */
  report(identity: PageIdentity, isInFront: () => boolean): Report<Reading, Own>;
  /** What a page stored before a restart; `undefined`: nothing that can be shown again. */
  parse(state: unknown): PageIdentity | undefined;
}

/** The open panels of one sort: one for each subject. */
export class ReportPanels<Reading, Own extends PanelActionId = never> implements vscode.Disposable {
  private readonly panels = new Map<string, ReportPanel<Reading, Own>>();

  constructor(
    private readonly services: Services,
    private readonly sort: ReportSort<Reading, Own>,
  ) {}

  /** Asks the portal and shows the answer; a panel that is open already comes to the front. */
  async open(identity: PageIdentity): Promise<void> {
    const pages = await this.pages();
    const open = this.panels.get(keyOf(identity));
    open?.reveal();
    await (
      open ?? this.adopt(identity, pages.open(this.sort.type, "", vscode.ViewColumn.Active))
    ).refresh();
  }

  /** Called by VS Code after a restart: the panel asks again, for no answer was stored. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const identity = this.sort.parse(state);
    // A panel goes with its portal, also when nobody had looked at its tab yet.
    if (identity === undefined || this.services.portals.find(identity.portalId) === undefined) {
      panel.dispose();
      return;
    }
    const pages = await this.pages();
    const open = this.panels.get(keyOf(identity));
    if (open !== undefined) {
      // Checked meanwhile, before its tab was looked at: one panel for each subject.
      panel.dispose();
      open.reveal();
      return;
    }
    // VS Code shows the panel when this is over: nobody waits for the portal.
    void this.adopt(identity, pages.restore(panel)).refresh();
  }

  dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  /** An answer may hold failures of its own: what explains them is there before it. */
  private async pages(): Promise<Pages> {
    const [pages] = await Promise.all([this.services.pageSource.load(), lateExplanations.ready()]);
    return pages;
  }

  private adopt(identity: PageIdentity, page: HostedPage): ReportPanel<Reading, Own> {
    const key = keyOf(identity);
    const report = this.sort.report(identity, () => page.panel.visible);
    const adopted = new ReportPanel(report, page, this.services);
    this.panels.set(key, adopted);
    page.panel.onDidDispose(() => {
      adopted.dispose();
      if (this.panels.get(key) === adopted) this.panels.delete(key);
    });
    return adopted;
  }
}

function keyOf({ portalId, dialogId, botId }: PageIdentity): string {
  return JSON.stringify([portalId, botId, dialogId]);
}
