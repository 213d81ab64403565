import { Emitter, type Disposable } from "../lifecycle";
import type { PortalFailure } from "../portal/portalCaller";
import type { Result } from "../result";

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; absent on the last one. */
  readonly nextOffset: number | undefined;
}

export type FetchPage<T> = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<Result<Page<T>, PortalFailure>>;

export interface PagedState<T> {
  readonly phase: "idle" | "loading" | "ready" | "failed";
  /** What is known so far; kept while more is loaded and when that fails. */
  readonly items: readonly T[];
  readonly hasMore: boolean;
  /** Why the last load failed. */
  readonly failure: PortalFailure | undefined;
}

const pageSize = 50;
/** The most that lists of the portal give at once: for reading again what was there already. */
const largestPage = 200;

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
    items: [],
    hasMore: true,
    failure: undefined,
  };
  private nextOffset = 0;
  private running: AbortController | undefined;

  constructor(
    private readonly fetch: FetchPage<T>,
    private readonly keyOf: (item: T) => string,
  ) {}

  get state(): PagedState<T> {
    return this.current;
  }

  /** Loads the first page, once. */
  open(): void {
    if (this.current.phase === "idle") void this.loadMore();
  }

  /** Loads the next page, or again the one that failed. */
  async loadMore(): Promise<void> {
    if (this.current.phase === "loading" || !this.current.hasMore) return;
    await this.run(async (signal) => this.addPages(this.current.items, 1, pageSize, signal));
  }

  /** Reads anew as much as is shown; meanwhile the old items stay. */
  async refresh(): Promise<void> {
    const shown = this.current.items.length;
    const limit = Math.min(largestPage, Math.max(pageSize, shown));
    await this.run(async (signal) => {
      this.nextOffset = 0;
      return this.addPages([], Math.ceil(Math.max(1, shown) / limit), limit, signal);
    });
  }

  dispose(): void {
    this.running?.abort();
    this.running = undefined;
    this.changed.dispose();
  }

  private async run(
    load: (signal: AbortSignal) => Promise<PagedState<T> | undefined>,
  ): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.become({ ...this.current, phase: "loading", failure: undefined });
    const loaded = await load(running.signal);
    if (this.running !== running) return;
    this.running = undefined;
    if (loaded !== undefined) this.become(loaded);
  }

  private async addPages(
    start: readonly T[],
    pages: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PagedState<T>> {
    const items = [...start];
    const known = new Set(items.map(this.keyOf));
    let hasMore = true;
    for (let page = 0; page < pages && hasMore; page += 1) {
      const fetched = await this.fetch(this.nextOffset, limit, signal);
      if (!fetched.ok) {
        // A refresh that failed half-way must not make the list shorter than it was.
        const kept = items.length >= this.current.items.length ? items : this.current.items;
        return { phase: "failed", items: kept, hasMore: true, failure: fetched.error };
      }
      const before = items.length;
      for (const item of fetched.value.items) {
        const key = this.keyOf(item);
        if (known.has(key)) continue;
        known.add(key);
        items.push(item);
      }
      hasMore = fetched.value.nextOffset !== undefined && items.length > before;
      this.nextOffset = fetched.value.nextOffset ?? this.nextOffset;
    }
    return { phase: "ready", items, hasMore, failure: undefined };
  }

  private become(state: PagedState<T>): void {
    this.current = state;
    this.changed.fire();
  }
}
