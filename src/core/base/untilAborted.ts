import { onAbort } from "./onAbort";

/**
 * Waits for something that knows nothing of signals, a keyring for example, no longer than somebody wants it.
 * @returns `undefined` once the signal is aborted
 */
export function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const watch = onAbort(signal, () => {
      resolve(undefined);
    });
    work
      .finally(() => {
        watch.dispose();
      })
      .then((value) => {
        resolve({ value });
      }, reject);
  });
}
