import { intOf } from "../portal/parameters";
import type { JsonObject } from "../base/json";

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Where the next page starts; undefined on the last. */
  readonly next: number | undefined;
}

/** Cuts a page by `LIMIT` and `OFFSET` or `start`; out-of-range limits fall back to the bounds. */
export function pageOf<T>(
  all: readonly T[],
  parameters: JsonObject,
  limits: { readonly usual: number; readonly max: number },
): Page<T> {
  const limit = limitOf(parameters, limits);
  const offset = Math.max(0, intOf(parameters["OFFSET"] ?? parameters["START"], 0));
  const end = offset + limit;
  return {
    items: all.slice(offset, end),
    total: all.length,
    next: end < all.length ? end : undefined,
  };
}

export function limitOf(
  parameters: JsonObject,
  limits: { readonly usual: number; readonly max: number },
): number {
  const wanted = intOf(parameters["LIMIT"], limits.usual);
  return wanted < 1 ? limits.usual : Math.min(wanted, limits.max);
}

/** The keys beside `result`. */
export function pagingKeys({ total, next }: Page<unknown>): { total: number; next?: number } {
  return next === undefined ? { total } : { total, next };
}
