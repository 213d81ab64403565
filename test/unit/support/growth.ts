import assert from "node:assert/strict";

const turns = 9;
/** Shorter runs are repeated until they last as long: clocks are coarse. */
const leastMs = 1;

/**
 * Asserts that what grows eightfold takes about eight times as long: with a quadratic search it would be 64 times.
 * The sizes take turns and the best of each counts, so that what the engine does beside shows in neither.
 */
export function assertGrowsLinearly(run: (size: number) => void, smallSize: number): void {
  const ratio = timesAsLong(
    () => {
      run(smallSize * 8);
    },
    () => {
      run(smallSize);
    },
  );
  assert.ok(ratio < 24, `eight times the size took ${ratio.toFixed(1)} times as long`);
}

/** How many times as long one run takes as another. */
export function timesAsLong(run: () => void, other: () => void): number {
  const repeats = [repeatsFor(run), repeatsFor(other)] as const;
  let [best, bestOther] = [Infinity, Infinity];
  for (let turn = 0; turn < turns; turn += 1) {
    best = Math.min(best, meanMs(run, repeats[0]));
    bestOther = Math.min(bestOther, meanMs(other, repeats[1]));
  }
  return best / bestOther;
}

function repeatsFor(run: () => void): number {
  let repeats = 1;
  while (meanMs(run, repeats) * repeats < leastMs) repeats *= 2;
  return repeats;
}

/** Of the processor's time, which passes for this process alone. */
function meanMs(run: () => void, repeats: number): number {
  const start = process.cpuUsage();
  for (let at = 0; at < repeats; at += 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / repeats;
}
