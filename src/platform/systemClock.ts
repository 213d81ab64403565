import type { Clock } from "../core/portal/transport";

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  steadyMs: () => performance.now(),
};
