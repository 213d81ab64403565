import type { Clock } from "../../../src/core/portal/transport";

/** A clock that moves only when it is told, or waited for; nobody really waits. */
export class HandClock implements Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[] = [];
  private passedMs = 0;

  advance(ms: number): void {
    this.passedMs += ms;
  }

  nowMs(): number {
    return 1_771_937_178_000 + this.passedMs;
  }

  steadyMs(): number {
    return this.passedMs;
  }

  wait(ms: number, signal: AbortSignal): Promise<boolean> {
    this.waits.push(ms);
    this.passedMs += ms;
    return Promise.resolve(!signal.aborted);
  }
}
