import { reportBug, type Disposable } from "./lifecycle";

const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs a function once a signal is aborted, which it is not yet. A thousand reads may wait for the same one, and a
 * signal warns of a leak when more than ten listen: here one listener stands for all.
 */
export function onAbort(signal: AbortSignal, run: () => void): Disposable {
  const runs = waiting.get(signal) ?? new Set();
  if (runs.size === 0) signal.addEventListener("abort", runAll);
  waiting.set(signal, runs.add(run));
  return {
    dispose: () => {
      if (runs.delete(run) && runs.size === 0) stop(signal);
    },
  };
}

function runAll(this: AbortSignal): void {
  const runs = [...(waiting.get(this) ?? [])];
  stop(this);
  for (const run of runs) {
    try {
      run();
    } catch (error) {
      // The others wait for the same signal.
      reportBug(error);
    }
  }
}

function stop(signal: AbortSignal): void {
  waiting.delete(signal);
  signal.removeEventListener("abort", runAll);
}
