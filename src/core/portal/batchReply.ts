import { failure, success, type Result } from "../base/result";
import { finiteNumber, isObject, jsonType } from "../base/json";
import { readRefusal } from "./envelope";
import type { PortalError } from "./portalError";

export interface BatchItemAnswer {
  readonly result: unknown;
  readonly next: number | undefined;
  readonly total: number | undefined;
}

/**
 * The part of a batch's reply that belongs to one of its calls. Each of the five maps may be `[]` when it
 * is empty; the HTTP status is the batch's, even for items that failed.
 * @see REST brief, transport.md section 8
 */
export function readBatchItem(
  batch: Readonly<Record<string, unknown>>,
  key: string,
  answered: { readonly host: string; readonly status: number },
): Result<BatchItemAnswer, Extract<PortalError, { kind: "refused" | "malformed" }>> {
  const error = entryOf(batch["result_error"], key);
  if (error !== undefined) {
    const refusal = isObject(error) ? readRefusal(error) : undefined;
    if (refusal !== undefined) return failure({ kind: "refused", ...answered, ...refusal });
    const path = `result.result_error.${key}`;
    return failure({ kind: "malformed", ...answered, path, found: jsonType(error) });
  }
  const results = batch["result"];
  if (!isObject(results) || !Object.hasOwn(results, key)) {
    const path = `result.result.${key}`;
    return failure({ kind: "malformed", ...answered, path, found: "nothing" });
  }
  return success({
    result: results[key],
    next: finiteNumber(entryOf(batch["result_next"], key)),
    total: finiteNumber(entryOf(batch["result_total"], key)),
  });
}

function entryOf(map: unknown, key: string): unknown {
  return isObject(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}
