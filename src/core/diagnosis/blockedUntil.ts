import type { PortalFailure } from "../portal/portalCaller";
import { causeOf } from "./causes";

/** Execution time is counted over so long; a ban is shorter (REST brief, transport.md section 6). */
const windowMs = 600_000;

/**
 * When a method that used up its execution time answers again at the latest, milliseconds since 1970. A refusal
 * does not tell the end of the ban itself.
 * @returns `undefined` for every other failure
 */
export function blockedUntilMs({ error, exchange }: PortalFailure): number | undefined {
  if (error.kind !== "refused" || causeOf(error) !== "operatingLimit") return undefined;
  return exchange === undefined ? undefined : exchange.finishedAtMs + windowMs;
}
