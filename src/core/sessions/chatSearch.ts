import { Emitter, type Disposable } from "../base/lifecycle";
import type { PortalFailure, PortalResult } from "../portal/portalCaller";
import type { Clock } from "../portal/transport";
import type { DialogSummary } from "../dialog/dialogSummary";
import { shortestSearch } from "../reads/listReader";
import type { Page } from "../portal/page";
import { PagedList } from "./pagedList";

export interface SearchState {
  readonly phase: "tooShort" | "searching" | "done" | "failed";
  readonly text: string;
  readonly found: readonly DialogSummary[];
  readonly hasMore: boolean;
  readonly failure: PortalFailure | undefined;
}

export type SearchPage = (
  text: string,
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<PortalResult<Page<DialogSummary>>>;

const debounceMs = 300;

/** Searches while somebody types: asks the portal after a pause, and drops answers to older texts. */
export class ChatSearch implements Disposable {
  private readonly changed = new Emitter<SearchState>();
  readonly onDidChange = this.changed.event;
  private list: PagedList<DialogSummary> | undefined;
  private typing: AbortController | undefined;
  private isDisposed = false;

  constructor(
    private readonly search: SearchPage,
    private readonly clock: Clock,
  ) {}

  async setText(typed: string): Promise<void> {
    if (this.isDisposed) return;
    const text = typed.trim();
    this.typing?.abort();
    this.list?.dispose();
    this.list = undefined;
    // Portals count characters; an emoji alone has two units of text.
    const isShort = Array.from(text).length < shortestSearch;
    this.fire({ phase: isShort ? "tooShort" : "searching", text, ...nothingFound });
    if (isShort) return;
    const typing = new AbortController();
    this.typing = typing;
    if (!(await this.clock.wait(debounceMs, typing.signal))) return;
    const list = new PagedList<DialogSummary>(
      (offset, limit, signal) => this.search(text, offset, limit, signal),
      ({ dialogId }) => dialogId,
    );
    this.list = list;
    list.onDidChange(() => {
      const { phase, items, hasMore, failure } = list.state;
      const isSearching = phase === "loading" || phase === "idle";
      this.fire({
        phase: phase === "failed" ? "failed" : isSearching ? "searching" : "done",
        text,
        found: items,
        hasMore,
        failure,
      });
    });
    list.open();
  }

  /** The next page, or again the one that failed. */
  async loadMore(): Promise<void> {
    await this.list?.loadMore();
  }

  dispose(): void {
    this.isDisposed = true;
    this.typing?.abort();
    this.list?.dispose();
    this.changed.dispose();
  }

  private fire(state: SearchState): void {
    this.changed.fire(state);
  }
}

const nothingFound = { found: [], hasMore: false, failure: undefined } as const;
