import type { Failure } from "../../../src/core/diagnosis/causes";
import { diagnosed, type DiagnosedFailure } from "../../../src/core/diagnosis/diagnose";
import type { DialogRef } from "../../../src/core/dialog/dialogId";
import type { Exchange } from "../../../src/core/portal/portalCaller";
import type { ReadMethod } from "../../../src/core/portal/readMethods";

/** A failure of a call, as if it had just been made. */
export function failureOf(error: Failure, method = "", ref?: DialogRef): DiagnosedFailure {
  const exchange: Exchange = {
    method: method as ReadMethod,
    host: "portal.example",
    status: "status" in error ? error.status : undefined,
    params: {},
    durationMs: 1,
    finishedAtMs: 0,
    time: undefined,
    body: undefined,
  };
  const known = diagnosed({ error, exchange: method === "" ? undefined : exchange }, ref);
  if (known === undefined) throw new Error("Only a cancellation has no diagnosis.");
  return known;
}
