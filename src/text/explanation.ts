import { connectionCauses, type ConnectionCause } from "../core/diagnosis/connectionCauses";
import type { Cause } from "../core/diagnosis/diagnose";
import type { DiagnosedFailure } from "../core/sessions/dialogSession";
import type { PortalRecord } from "../core/portal/portalRecord";
import { explainConnection } from "./connectionExplanations";
import { explainRefusal } from "./refusalExplanations";

/** A failure in words: what happened, what it means, what to do, in that order. */
export interface Explanation {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
}

/** What the sentences speak about. */
export interface FailureContext {
  /** The DIALOG_ID that was asked; absent while a webhook is checked. */
  readonly dialogId?: string;
  readonly failure: DiagnosedFailure;
  /** Decimal digits or a login; whose rights count. */
  readonly userId: string;
  readonly scopes?: readonly string[] | undefined;
}

export function explain(context: FailureContext): Explanation {
  const { cause } = context.failure.diagnosis;
  return isConnectionCause(cause)
    ? explainConnection(cause, context.failure.error)
    : explainRefusal(cause, context);
}

/** The facts of a portal that sentences need. */
export function contextOf(
  portal: PortalRecord | undefined,
  failure: DiagnosedFailure,
  dialogId: string,
): FailureContext {
  return { dialogId, failure, userId: portal?.userId ?? "", scopes: portal?.scopes };
}

const connections: ReadonlySet<Cause> = new Set(connectionCauses);

function isConnectionCause(cause: Cause): cause is ConnectionCause {
  return connections.has(cause);
}
