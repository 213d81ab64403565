const everyMs = 2;

/** Tells how long a process was kept from everything else at a stretch. */
export class FreezeWatch {
  private timer: NodeJS.Timeout | undefined;
  private longestMs = 0;

  start(): void {
    clearInterval(this.timer);
    this.longestMs = 0;
    let lastMs = performance.now();
    this.timer = setInterval(() => {
      const nowMs = performance.now();
      this.longestMs = Math.max(this.longestMs, nowMs - lastMs - everyMs);
      lastMs = nowMs;
    }, everyMs);
  }

  /** @returns milliseconds */
  stop(): number {
    clearInterval(this.timer);
    return this.longestMs;
  }
}
