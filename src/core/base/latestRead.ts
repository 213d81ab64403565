import type { Disposable } from "./lifecycle";

/** One read at a time: a newer one gives up the older, whose outcome counts no more. */
export class LatestRead implements Disposable {
  private running: AbortController | undefined;
  private isDisposed = false;

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** @returns `undefined`: a newer read took its place, or nobody waits for it any more */
  async run<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.isDisposed) return undefined;
    this.drop();
    const running = new AbortController();
    this.running = running;
    try {
      const outcome = await read(running.signal);
      return this.running === running ? outcome : undefined;
    } finally {
      // Also when the read throws: nothing runs any more.
      if (this.running === running) this.running = undefined;
    }
  }

  /** The read is to end early; its outcome says so. */
  cancel(): void {
    this.running?.abort();
  }

  /** The read is given up, and its outcome counts no more. */
  drop(): void {
    const { running } = this;
    this.running = undefined;
    running?.abort();
  }

  dispose(): void {
    this.isDisposed = true;
    this.drop();
  }
}
