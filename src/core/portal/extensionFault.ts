import { reportBug } from "../base/lifecycle";
import { failure, type Result } from "../base/result";
import type { PortalFailure } from "./portalCaller";

type Read<T> = () => Promise<Result<T, PortalFailure>>;

let prepare: (() => Promise<unknown>) | undefined;

/** @param load what it takes to explain a failure: it is there before anybody hears of one */
export function beforeFailures(load: () => Promise<unknown>): void {
  prepare = load;
}

/** Runs a read that must come to an end, whatever it meets: what it throws is a bug, and nothing may wait for ever. */
export async function orFault<T>(read: Read<T>): ReturnType<Read<T>> {
  const outcome = await ended(read);
  if (!outcome.ok && outcome.error.error.kind !== "cancelled") await prepare?.().catch(reportBug);
  return outcome;
}

async function ended<T>(read: Read<T>): ReturnType<Read<T>> {
  try {
    return await read();
  } catch (error) {
    reportBug(error);
    return failure({ error: { kind: "extensionFault" }, exchange: undefined });
  }
}
