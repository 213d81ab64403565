import { reportBug } from "../base/lifecycle";
import { failure, type Result } from "../base/result";
import type { PortalFailure } from "./portalCaller";

/** Runs a read that must come to an end, whatever it meets: what it throws is a bug, and nothing may wait for ever. */
export async function orFault<T>(
  read: () => Promise<Result<T, PortalFailure>>,
): Promise<Result<T, PortalFailure>> {
  try {
    return await read();
  } catch (error) {
    reportBug(error);
    return failure({ error: { kind: "extensionFault" }, exchange: undefined });
  }
}
