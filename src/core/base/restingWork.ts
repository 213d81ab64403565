/** Work that takes long on a large reply, and rests now and then. */
export type RestingWork<T> = Generator<void, T>;

export function atOnce<T>(work: RestingWork<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** @param nextTurn lets others have their turn at each rest */
export async function inTurns<T>(
  work: RestingWork<T>,
  nextTurn: () => Promise<unknown>,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}
