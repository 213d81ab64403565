import { DisposableStore, Emitter, type Disposable } from "../../core/base/lifecycle";
import { OneAtATime } from "../../core/base/oneAtATime";
import type { StateStore } from "../../core/portal/portals";
import type { Clock } from "../../core/portal/transport";

/** What of VS Code's Memento is needed. */
interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Random, and another one after each change: the windows compare it with what they saw last. */
const changeMark = "changeMark";
const lookEveryMs = 1_000;

/**
 * `globalState`: no secret may ever come here. VS Code sends each write back, and what comes back
 * replaces everything that was set meanwhile, under any key. So writes go one at a time, and a
 * value is read from here until its write is through.
 *
 * VS Code brings the writes of other windows too, but tells nobody. A mark travels with each of them: once it
 * is another one, all that was written is here. Marks in files or secrets come before the values, and do not
 * come at all between a remote and a local window or between the tabs of a browser.
 */
export class GlobalState implements StateStore, Disposable {
  private readonly store = new DisposableStore();
  private readonly underWay = new Map<string, { readonly value: unknown }>();
  private readonly writes = new OneAtATime();
  private readonly changedElsewhere = this.store.add(new Emitter<void>());
  /** Another window stored something; it can be read now. */
  readonly onDidChangeElsewhere = this.changedElsewhere.event;
  private readonly watch = new AbortController();
  private seen: unknown;

  constructor(
    private readonly memento: Memento,
    private readonly clock: Clock,
  ) {
    this.seen = memento.get(changeMark);
    void this.watchOthers();
  }

  get(key: string): unknown {
    const write = this.underWay.get(key);
    return write === undefined ? this.memento.get(key) : write.value;
  }

  async set(key: string, value: unknown): Promise<void> {
    const write = { value };
    this.underWay.set(key, write);
    try {
      await this.writes.run(async () => {
        this.look();
        this.seen = crypto.randomUUID();
        // In one turn: VS Code stores both at once.
        await Promise.all([
          this.memento.update(changeMark, this.seen),
          this.memento.update(key, value),
        ]);
      });
    } finally {
      if (this.underWay.get(key) === write) this.underWay.delete(key);
    }
  }

  dispose(): void {
    this.watch.abort();
    this.store.dispose();
  }

  private async watchOthers(): Promise<void> {
    while (await this.clock.wait(lookEveryMs, this.watch.signal)) this.look();
  }

  private look(): void {
    const mark = this.memento.get(changeMark);
    if (mark === this.seen) return;
    this.seen = mark;
    this.changedElsewhere.fire();
  }
}
