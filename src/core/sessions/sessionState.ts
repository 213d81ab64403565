import { failure, type Result } from "../base/result";
import type { DiagnosedFailure } from "../diagnosis/diagnose";
import type { ReadToConfirm } from "../dialog/consent";
import type { Viewer } from "../dialog/viewer";
import type { DialogReading } from "../reads/dialogReader";

/** What another reader of the same dialog got, read at the same time. */
export interface Counterpart {
  readonly viewer: Viewer;
  readonly outcome: Result<DialogReading, DiagnosedFailure>;
}

/** Of two readers the one who was answered, the owner first. */
export interface ShownReading extends DialogReading {
  readonly counterpart?: Counterpart;
}

/** What a panel shows of one dialog. `previous` is an older answer that stays readable. */
export type SessionState =
  /** Reading may change the portal, and nobody agreed to that yet. */
  | ({ readonly phase: "unconfirmed" } & ReadToConfirm)
  | { readonly phase: "reading"; readonly previous: ShownReading | undefined }
  | { readonly phase: "read"; readonly reading: ShownReading }
  | {
      readonly phase: "failed";
      readonly failure: DiagnosedFailure;
      /** Who got it: of two readers the one whose refusal says more. */
      readonly viewer: Viewer;
      /** Another reader got nothing either. */
      readonly counterpart?: Counterpart;
      /** Kept only while it may still be true: not when the portal itself refused. */
      readonly previous: ShownReading | undefined;
    }
  | { readonly phase: "stopped"; readonly previous: ShownReading | undefined };

export function shown(reading: DialogReading, counterpart: Counterpart | undefined): ShownReading {
  return counterpart === undefined ? reading : { ...reading, counterpart };
}

interface Refusal {
  readonly viewer: Viewer;
  readonly failure: DiagnosedFailure;
}

/**
 * Two refusals, the more telling one first: to a bot the portal says when there is no such chat, where the owner is
 * told "no access, or no such chat".
 */
export function inOrder(
  own: Refusal,
  other: Refusal | undefined,
): Refusal & { counterpart?: Counterpart } {
  if (other === undefined) return own;
  const isSettled = other.failure.diagnosis.cause === "chatNotFound";
  const [first, second] = isSettled ? [other, own] : [own, other];
  return { ...first, counterpart: { viewer: second.viewer, outcome: failure(second.failure) } };
}
