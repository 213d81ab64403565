import { reportBug } from "../base/lifecycle";
import { failure } from "../base/result";
import type { PortalResult } from "./portalCaller";

type Read<T> = () => Promise<PortalResult<T>>;

/** Nothing can be asked of a portal whose webhook is not there. */
export const webhookNeeded: PortalResult<never> = failure({
  error: { kind: "webhookNeeded" },
  exchange: undefined,
});

let prepare: (() => Promise<unknown>) | undefined;

/** @param load what it takes to explain a failure: it is there before anybody hears of one */
export function beforeFailures(load: () => Promise<unknown>): void {
  prepare = load;
}

/** Nobody hears of a failure before what explains it is there. */
export async function explainable<T>(outcome: PortalResult<T>): Promise<PortalResult<T>> {
  if (!outcome.ok && outcome.error.error.kind !== "cancelled") await prepare?.().catch(reportBug);
  return outcome;
}

/** Runs a read that must come to an end, whatever it meets: what it throws is a bug, and nothing may wait for ever. */
export async function orFault<T>(read: Read<T>): ReturnType<Read<T>> {
  return explainable(await ended(read));
}

async function ended<T>(read: Read<T>): ReturnType<Read<T>> {
  try {
    return await read();
  } catch (error) {
    reportBug(error);
    return failure({ error: { kind: "extensionFault" }, exchange: undefined });
  }
}
