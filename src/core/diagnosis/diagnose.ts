import { reportBug } from "../base/lifecycle";
import { Late } from "../base/late";
import type { DialogRef } from "../dialog/dialogId";
import type { PortalFailure } from "../portal/portalCaller";
import { hasCode, type PortalError } from "../portal/portalError";
import type { Actor } from "./causeRow";
import type { Cause, Failure, Remedy } from "./causes";

/** Most reads succeed: the table is loaded before anybody hears of the first failure. */
export const lateCauses = new Late(() => import("./causes"));

export interface Diagnosis {
  readonly cause: Cause;
  /** Who can fix it. */
  readonly actor: Actor;
  /** The best first; never none. */
  readonly remedies: readonly Remedy[];
}

/** A failure and what is known of it. */
export interface DiagnosedFailure extends PortalFailure {
  readonly error: Failure;
  readonly diagnosis: Diagnosis;
}

/**
 * From the facts of a failure to its cause and remedies: the one way there is.
 * @param ref the dialog that was asked for; absent when none was
 * @returns `undefined` for a cancellation, which is no failure: who cancelled knows
 */
export function diagnosed(
  { error, exchange }: PortalFailure,
  ref?: DialogRef,
): DiagnosedFailure | undefined {
  if (error.kind === "cancelled") return undefined;
  return { error, exchange, diagnosis: diagnosisOf(error, exchange?.method, ref) };
}

/** The portal said nothing of what was asked. */
export function isNoAnswer(error: PortalError): boolean {
  return lateCauses.value?.isNoAnswer(error) === true;
}

function diagnosisOf(error: Failure, method?: string, ref?: DialogRef): Diagnosis {
  const table = lateCauses.value;
  if (table === undefined) reportBug("No causes yet");
  const cause = table?.causeOf(error, method) ?? "unknownRefusal";
  const { actor, remedies } =
    table?.causes[cause] ?? ({ actor: "you", remedies: ["retry"] } as const);
  // A bare number is a user's id to the portal, and often meant as a chat's. Nobody can be invited to the private
  // dialog of two others.
  const isBareNumber = hasCode(error, "ACCESS_ERROR") && ref?.form === "user";
  return {
    cause,
    actor: isBareNumber ? "you" : actor,
    remedies: [
      ...(isBareNumber ? (["inspectAsChat"] as const) : []),
      ...remedies,
      ...(hasReply(error) ? (["openRaw"] as const) : []),
    ],
  };
}

/** Whether the portal sent something that can be shown raw. */
function hasReply(error: PortalError): boolean {
  if (error.kind === "notJson") return error.looksLike !== "empty";
  return error.kind === "refused" || error.kind === "malformed";
}
