/**
 * One signal that many wait for. A thousand reads may share a signal, which warns of a leak when more than ten
 * listen to it, and a signal made for each of them costs more than the reading: here one listener stands for all.
 */
export class SharedSignal {
  private readonly waiting = new Set<() => void>();

  constructor(private readonly signal: AbortSignal) {}

  onAbort(run: () => void): void {
    if (this.waiting.size === 0) this.signal.addEventListener("abort", this.tellAll);
    this.waiting.add(run);
  }

  offAbort(run: () => void): void {
    this.waiting.delete(run);
    if (this.waiting.size === 0) this.signal.removeEventListener("abort", this.tellAll);
  }

  private readonly tellAll = (): void => {
    this.signal.removeEventListener("abort", this.tellAll);
    const told = [...this.waiting];
    this.waiting.clear();
    for (const run of told) run();
  };
}
