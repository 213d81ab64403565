import { onAbort } from "../../core/base/onAbort";
import type { Clock } from "../../core/portal/transport";

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  steadyMs: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve(false);
        return;
      }
      const timer = setTimeout(() => {
        watch.dispose();
        resolve(true);
      }, ms);
      const watch = onAbort(signal, () => {
        clearTimeout(timer);
        resolve(false);
      });
    }),
};
