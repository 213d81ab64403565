import type { DialogSession } from "../../core/sessions/dialogSession";
import { DisposableStore, type Disposable } from "../../core/base/lifecycle";
import { DialogPeople, type PeopleReader } from "../../core/sessions/dialogPeople";
import { peoplePageSize } from "../../core/dialog/peoplePage";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { HostToPanel, PanelToHost } from "../../panel/protocol/panelMessages";
import type { PanelPeoplePage } from "../../panel/protocol/panelView";
import { membersKey } from "../../panel/view/peopleView";
import { dialogOfSecond } from "../../panel/view/viewersView";

type Question = Extract<PanelToHost, { type: "people" }>;

/** What the people need of their panel. */
export interface PeopleSurroundings {
  readonly portal: () => PortalRecord | undefined;
  /** A page of a list in the answer that is shown, as it is now; `undefined`: there is none. */
  readonly page: (question: Question) => PanelPeoplePage | undefined;
  readonly show: () => void;
  readonly post: (message: HostToPanel) => void;
}

/**
 * The people of a panel. They are read when the record has been shown, so that nothing waits for them; of a long list
 * the page has only what it shows, and asks for the rest here.
 */
export class PanelPeople implements Disposable {
  private readonly store = new DisposableStore();
  readonly known: DialogPeople;
  private isDisposed = false;

  constructor(
    session: DialogSession,
    reader: PeopleReader,
    background: PeopleReader,
    private readonly panel: PeopleSurroundings,
  ) {
    this.known = this.store.add(new DialogPeople(session.ref, reader, panel.portal, background));
    this.store.add(this.known.onDidChange(panel.show));
    this.store.add(
      session.onDidChange((state) => {
        if (state.phase === "read") {
          void this.known.read(state.reading.dialog, dialogOfSecond(state.reading));
        } else this.known.stop();
      }),
    );
  }

  async answer(question: Question): Promise<void> {
    if (
      question.readsMore &&
      question.key === membersKey &&
      this.page(question).people.length === 0
    ) {
      await this.known.loadMoreMembers();
      if (this.isDisposed) return;
    }
    const page = this.send(question);
    // A search that finds a crowd is not finished: who all these are is not asked for.
    if (question.query !== "" && page.found > peoplePageSize) return;
    const isMoreKnown = await this.known.lookUp(page.people.map(({ userId }) => Number(userId)));
    if (isMoreKnown && !this.isDisposed) this.send(question);
  }

  dispose(): void {
    this.isDisposed = true;
    this.store.dispose();
  }

  private page(question: Question): PanelPeoplePage {
    return this.panel.page(question) ?? nobody;
  }

  private send(question: Question): PanelPeoplePage {
    const page = this.page(question);
    const { key, query, from } = question;
    this.panel.post({ type: "people", key, query, from, page });
    return page;
  }
}

const nobody: PanelPeoplePage = { people: [], found: 0, hasMore: false, summary: "" };
