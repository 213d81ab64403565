import { DisposableStore, Emitter, type Disposable, type Event } from "../../core/base/lifecycle";
import { OneAtATime } from "../../core/base/oneAtATime";
import { StateUnwritable, type StateChange, type StateStore } from "../../core/portal/stateStore";
import type { Clock } from "../../core/portal/transport";

/** What of VS Code's Memento is needed. */
interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Whether somebody looks at this window. */
export interface WindowFocus {
  isFocused(): boolean;
  readonly onDidChange: Event<unknown>;
}

interface OwnChange {
  /** Counts the changes of this window, from 1. */
  readonly number: number;
  readonly key: string;
  readonly change: StateChange;
}

/** Which windows' changes are in what is stored: of each window the number of its last one. */
const writersKey = "writers";
/** Windows that wrote longest ago are forgotten: what they wrote is settled. */
const mostWriters = 20;
const lookEveryMs = 1_000;
/** When a write is looked after: VS Code brings what another window wrote within a tenth of a second or so. */
const lookAfterMs = [50, 50, 100, 200, 400, 800, 1_600] as const;

/**
 * `globalState`: no secret may ever come here. VS Code stores all keys as one value and sends each write back, and
 * what comes, from this window or another, replaces everything that was set meanwhile, under any key. So writes go
 * one at a time, each says whose changes it holds, and a change of this window that a later write does not hold is
 * made again, on what that write holds.
 *
 * VS Code tells nobody when another window wrote. Whoever looks at this window looks for that each second; behind
 * other windows nothing does.
 */
export class GlobalState implements StateStore, Disposable {
  private readonly store = new DisposableStore();
  private readonly writes = new OneAtATime();
  private readonly changedElsewhere = this.store.add(new Emitter<void>());
  /** Another window stored something; it can be read now. */
  readonly onDidChangeElsewhere = this.changedElsewhere.event;
  private readonly self = crypto.randomUUID();
  private count = 0;
  /** Not known to be settled yet. */
  private changes: readonly OwnChange[] = [];
  private seen: string;
  private watching = new AbortController();
  private settling = new AbortController();

  constructor(
    private readonly memento: Memento,
    private readonly clock: Clock,
    private readonly focus: WindowFocus,
  ) {
    this.seen = JSON.stringify(this.writers());
    this.store.add(
      focus.onDidChange(() => {
        this.watch();
      }),
    );
    this.watch();
  }

  get(key: string): unknown {
    return this.missing()
      .filter((change) => change.key === key)
      .reduce((value, { change }) => change(value), this.memento.get(key));
  }

  async update(key: string, change: StateChange): Promise<void> {
    this.count += 1;
    const own = { number: this.count, key, change };
    this.changes = [...this.changes, own];
    try {
      await this.writes.run(() => this.write(own.number));
    } catch (error) {
      this.changes = this.changes.filter((other) => other !== own);
      throw error;
    }
    void this.settle();
  }

  dispose(): void {
    this.watching.abort();
    this.settling.abort();
    this.store.dispose();
  }

  /** Writes what is missing of this window's changes, up to one of them. */
  private async write(upTo: number): Promise<void> {
    this.look();
    const missing = this.missing().filter(({ number }) => number <= upTo);
    const last = missing.at(-1);
    if (last === undefined) return;
    const values = new Map<string, unknown>();
    for (const { key, change } of missing) {
      values.set(key, change(values.has(key) ? values.get(key) : this.memento.get(key)));
    }
    const others = Object.entries(this.writers()).filter(([window]) => window !== this.self);
    const writers = Object.fromEntries([
      ...others.slice(1 - mostWriters),
      [this.self, last.number],
    ]);
    this.seen = JSON.stringify(writers);
    // In one turn: VS Code stores all of it at once.
    try {
      await Promise.all([
        this.memento.update(writersKey, writers),
        ...[...values].map(([key, value]) => this.memento.update(key, value)),
      ]);
    } catch {
      throw new StateUnwritable("VS Code did not store a change");
    }
  }

  /** Looks after the last write until nothing can come any more that was written without knowing of it. */
  private async settle(): Promise<void> {
    this.settling.abort();
    const settling = new AbortController();
    this.settling = settling;
    const upTo = this.count;
    for (const ms of lookAfterMs) {
      if (!(await this.clock.wait(ms, settling.signal))) return;
      // What VS Code does not take is lost with a window that closes, too.
      await this.writes.run(() => this.write(upTo)).catch(() => undefined);
    }
    this.changes = this.changes.filter(({ number }) => number > upTo);
  }

  /** The changes of this window that are not in what is stored. */
  private missing(): readonly OwnChange[] {
    if (this.changes.length === 0) return [];
    const stored = this.writers()[this.self] ?? 0;
    return this.changes.filter(({ number }) => number > stored);
  }

  private writers(): Readonly<Record<string, number>> {
    const stored = this.memento.get(writersKey);
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, number] => {
        return typeof entry[1] === "number";
      }),
    );
  }

  private watch(): void {
    this.watching.abort();
    if (!this.focus.isFocused()) return;
    this.watching = new AbortController();
    this.look();
    void this.lookAgain(this.watching.signal);
  }

  private async lookAgain(signal: AbortSignal): Promise<void> {
    while (await this.clock.wait(lookEveryMs, signal)) this.look();
  }

  private look(): void {
    const writers = JSON.stringify(this.writers());
    if (writers === this.seen) return;
    this.seen = writers;
    this.changedElsewhere.fire();
  }
}
