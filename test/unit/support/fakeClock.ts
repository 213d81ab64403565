import { onAbort } from "../../../src/core/base/onAbort";
import type { Clock } from "../../../src/core/portal/transport";

interface Timer {
  readonly dueMs: number;
  readonly ring: () => void;
}

/** Virtual time: waits end only when the test moves the clock, in the order in which they are due. */
export class FakeClock implements Clock {
  private passedMs = 0;
  private timers: Timer[] = [];

  nowMs(): number {
    return 1_771_937_178_000 + this.passedMs;
  }

  steadyMs(): number {
    return this.passedMs;
  }

  /** How many wait right now. */
  get waiting(): number {
    return this.timers.length;
  }

  wait(ms: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer: Timer = {
        dueMs: this.passedMs + ms,
        ring: () => {
          watch.dispose();
          resolve(true);
        },
      };
      const watch = onAbort(signal, () => {
        this.timers = this.timers.filter((other) => other !== timer);
        resolve(false);
      });
      this.timers.push(timer);
    });
  }

  /** Moves on, and lets what each wait holds back happen at its own moment. */
  async advance(ms: number): Promise<void> {
    await settled();
    const endMs = this.passedMs + ms;
    for (let next = this.next(); next !== undefined && next.dueMs <= endMs; next = this.next()) {
      await this.ring(next);
    }
    this.passedMs = endMs;
    await settled();
  }

  /** Jumps to the end of the wait that is due first; nothing happens when there is none. */
  async advanceToNext(): Promise<void> {
    const next = this.next();
    if (next !== undefined) await this.ring(next);
  }

  private next(): Timer | undefined {
    return this.timers.reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.dueMs < first.dueMs ? timer : first),
      undefined,
    );
  }

  private async ring(timer: Timer): Promise<void> {
    this.timers = this.timers.filter((other) => other !== timer);
    this.passedMs = Math.max(this.passedMs, timer.dueMs);
    timer.ring();
    await settled();
  }
}

/** Until all that is already decided has happened: one turn of the event loop. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
