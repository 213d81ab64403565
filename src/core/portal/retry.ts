import { hasCode, type PortalError } from "./portalError";

/** Beside a program that takes every place that comes free, one try in five may be the one that fits. */
const rateRetries = 15;
const firstRateWaitMs = 1_000;
const longestRateWaitMs = 4_000;
const outageWaitMs = 400;

/**
 * How long to wait before a read is tried again.
 * @param retries how many times it was tried again already
 * @param chance from 0 to 1: reads that were refused together do not come back together, nor in step with another
 *   program that fills the same bucket
 * @returns `undefined` when the failure is to be shown
 * @see REST brief, transport.md sections 5 and 6
 */
export function retryDelayMs(
  error: PortalError,
  retries: number,
  chance = 0.5,
): number | undefined {
  if (hasCode(error, "QUERY_LIMIT_EXCEEDED")) {
    return retries < rateRetries
      ? Math.min(firstRateWaitMs * 1.25 ** retries, longestRateWaitMs) * (0.5 + chance)
      : undefined;
  }
  return retries === 0 && isOutage(error) ? outageWaitMs : undefined;
}

/** A fault that may pass by itself: a lost connection, a server's own error. Never a refusal. */
function isOutage(error: PortalError): boolean {
  switch (error.kind) {
    case "interrupted":
      return true;
    case "unreachable":
      return /^(ECONNRESET|ECONNABORTED|EPIPE)$/.test(error.code);
    case "notJson":
      return error.status >= 500;
    case "refused":
      return (
        hasCode(error, "ERROR_CORE", "INTERNAL_SERVER_ERROR") ||
        (error.status >= 500 && !hasCode(error, "OVERLOAD_LIMIT", "PORTAL_DELETED"))
      );
    default:
      return false;
  }
}
