import { failure } from "../base/result";
import { jsonType } from "../base/json";
import type { Exchange, PortalFailure } from "./portalCaller";

/** Where a reply is not what it should be: `result.ID`, and which JSON type was found there. */
export interface Misfit {
  readonly path: string;
  readonly found: string;
}

/** The portal answered, and its answer does not have the shape of the method's. */
export function malformed(
  exchange: Exchange,
  { path, found }: Misfit,
): { readonly ok: false; readonly error: PortalFailure } {
  const { host, status = 0 } = exchange;
  const error = { kind: "malformed", host, status, path, found } as const;
  return failure({ error, exchange });
}

/** The same for a part of a reply: `found` is what stands there. */
export function unexpected(
  exchange: Exchange,
  path: string,
  found: unknown,
): ReturnType<typeof malformed> {
  return malformed(exchange, { path, found: jsonType(found) });
}
