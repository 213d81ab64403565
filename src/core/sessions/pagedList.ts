import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import { orFault } from "../portal/extensionFault";
import type { Page } from "../portal/page";
import type { PortalFailure, PortalResult } from "../portal/portalCaller";

export type FetchPage<T> = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<PortalResult<Page<T>>>;

export interface PagedState<T> {
  readonly phase: "idle" | "loading" | "ready" | "failed";
  /** What runs, or ran last: the next page, or all anew. */
  readonly load: "more" | "anew";
  /** What is known so far; kept while more is loaded and when that fails. */
  readonly items: readonly T[];
  readonly hasMore: boolean;
  /** Why the last load failed; kept while all is read anew, until that has an outcome. */
  readonly failure: PortalFailure | undefined;
}

const firstPages = 50;
/** The most that lists of the portal give at once: for reading again what was there, and for whoever goes far. */
export const largestPage = 200;

/** As much of a list as is loaded. */
interface Loaded<T> {
  readonly byKey: ReadonlyMap<string, T>;
  readonly nextOffset: number;
  readonly hasMore: boolean;
}

/**
 * A list that a portal gives by pages, loaded only when asked for. Pages overlap while people write:
 * items are told apart by their key. A page that brings nothing new ends the list, for it would
 * come for ever.
 */
export class PagedList<T> implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private current: PagedState<T> = {
    phase: "idle",
    load: "more",
    items: [],
    hasMore: true,
    failure: undefined,
  };
  private loaded: Loaded<T> = { byKey: new Map(), nextOffset: 0, hasMore: true };
  private readonly latest = new LatestRead();

  constructor(
    private readonly fetch: FetchPage<T>,
    private readonly keyOf: (item: T) => string,
  ) {}

  get state(): PagedState<T> {
    return this.current;
  }

  find(key: string): T | undefined {
    return this.loaded.byKey.get(key);
  }

  /** Loads the first page, once. */
  open(): void {
    if (this.current.phase === "idle") void this.loadMore();
  }

  /** Loads the next page, or again the one that failed. */
  async loadMore(): Promise<void> {
    if (this.current.phase === "loading" || !this.current.hasMore) return;
    const limit = this.loaded.byKey.size < largestPage ? firstPages : largestPage;
    await this.run("more", (signal) => this.addPages(this.loaded, 1, limit, signal));
  }

  /** Reads anew as much as is shown; meanwhile, and when that fails, the old items stay. */
  async refresh(): Promise<void> {
    const shown = this.loaded.byKey.size;
    const limit = Math.min(largestPage, Math.max(firstPages, shown));
    const pages = Math.ceil(Math.max(1, shown) / limit);
    const nothing = { byKey: new Map<string, T>(), nextOffset: 0, hasMore: true };
    await this.run("anew", (signal) => this.addPages(nothing, pages, limit, signal));
  }

  /** Tries again what was tried last: a next page that failed needs nothing that is there already. */
  async retry(): Promise<void> {
    await (this.current.load === "more" ? this.loadMore() : this.refresh());
  }

  dispose(): void {
    this.latest.dispose();
    this.changed.dispose();
  }

  private async run(
    load: PagedState<T>["load"],
    fetchAll: (signal: AbortSignal) => Promise<PortalResult<Loaded<T>>>,
  ): Promise<void> {
    const outcome = await this.latest.run((signal) => {
      const failure = load === "anew" ? this.current.failure : undefined;
      // Told of the first load too, though whoever opens a list sees that it loads: VS Code holds the next word back
      // for a while then. One that came while it still fetches the rows of the opened list would change nothing.
      this.become({ ...this.current, phase: "loading", load, failure });
      return orFault(() => fetchAll(signal));
    });
    if (outcome === undefined) return;
    if (!outcome.ok) {
      this.become({ ...this.current, phase: "failed", failure: outcome.error });
      return;
    }
    this.loaded = outcome.value;
    const { byKey, hasMore } = outcome.value;
    this.become({ phase: "ready", load, items: [...byKey.values()], hasMore, failure: undefined });
  }

  private async addPages(
    start: Loaded<T>,
    pages: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Loaded<T>>> {
    const byKey = new Map(start.byKey);
    let { nextOffset, hasMore } = start;
    for (let page = 0; page < pages && hasMore; page += 1) {
      const fetched = await this.fetch(nextOffset, limit, signal);
      if (!fetched.ok) return fetched;
      const before = byKey.size;
      for (const item of fetched.value.items) {
        const key = this.keyOf(item);
        // A page that overlaps was read later: what it says is newer, the place stays.
        byKey.set(key, item);
      }
      hasMore = fetched.value.nextOffset !== undefined && byKey.size > before;
      nextOffset = fetched.value.nextOffset ?? nextOffset;
    }
    return { ok: true, value: { byKey, nextOffset, hasMore } };
  }

  private become(state: PagedState<T>): void {
    this.current = state;
    this.changed.fire();
  }
}
