/** Pieces of work that are done before everything else has its turn. */
const perTurn = 250;

/** Spreads many small pieces of work over turns of the event loop; a few are done at once. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private done = 0;
  private isNextComing = false;

  /** @param later calls back in another turn of the event loop */
  constructor(private readonly later: (work: () => void) => void) {}

  run<T>(work: () => T): T | Promise<T> {
    this.comeBack();
    if (this.done < perTurn) {
      this.done += 1;
      return work();
    }
    return new Promise<void>((resolve) => this.waiting.push(resolve)).then(work);
  }

  private comeBack(): void {
    if (this.isNextComing) return;
    this.isNextComing = true;
    this.later(() => {
      this.isNextComing = false;
      const now = this.waiting.splice(0, perTurn);
      this.done = now.length;
      if (now.length > 0) this.comeBack();
      for (const begin of now) begin();
    });
  }
}
