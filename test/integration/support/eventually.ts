import { setTimeout as delay } from "node:timers/promises";

const pollMs = 25;

/** Looks until nothing is thrown any more; after the deadline the last failure is the test's. */
export async function eventually<T>(look: () => T | PromiseLike<T>, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await delay(pollMs);
  }
}
