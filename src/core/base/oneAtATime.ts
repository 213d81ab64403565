/** Lets pieces of work wait for each other, first come first served. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    // A failure is its own caller's: the next one in line goes ahead.
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
