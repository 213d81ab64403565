import { diagnose, type Diagnosis } from "../diagnosis/diagnose";
import { isNoAnswer } from "../diagnosis/noAnswer";
import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import { orFault } from "../portal/extensionFault";
import type { PortalFailure } from "../portal/portalCaller";
import type { PortalError } from "../portal/portalError";
import { isSameOwner, type PortalRecord } from "../portal/portalRecord";
import { failure, success, type Result } from "../base/result";
import { effectOf, type DialogRef, type ReadEffect } from "../dialog/dialogId";
import type { DialogReading } from "../reads/dialogReader";
import {
  viewersLeft,
  viewersOf,
  isSameViewer,
  ownerViewer,
  type Viewer,
  type ReadAs,
} from "../dialog/viewer";

/** A failure that is worth showing: not a cancellation. */
export interface DiagnosedFailure {
  readonly error: Exclude<PortalError, { kind: "cancelled" }>;
  readonly exchange: PortalFailure["exchange"];
  readonly diagnosis: Diagnosis;
}

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
  | { readonly phase: "unconfirmed"; readonly effect: ReadEffect }
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

export interface SessionServices {
  readonly read: (
    portal: PortalRecord,
    ref: DialogRef,
    viewer: Viewer,
    signal: AbortSignal,
  ) => Promise<Result<DialogReading, PortalFailure>>;
  /** The portal as it is now; `undefined` once it was removed. */
  readonly portal: () => PortalRecord | undefined;
}

/** One dialog of one portal, from the first read to the last refresh. */
export class DialogSession implements Disposable {
  private readonly changed = new Emitter<SessionState>();
  readonly onDidChange = this.changed.event;
  private current: SessionState;
  private readonly latest = new LatestRead();
  private runningRead: Promise<void> | undefined;
  private isConfirmed: boolean;
  private as: ReadAs = ownerViewer;
  /** Whose answer is shown, or asked for; absent until the first read. */
  private owner: PortalRecord | undefined;

  /** @param isConfirmed the user agreed to what reading this id may do */
  constructor(
    readonly ref: DialogRef,
    private readonly services: SessionServices,
    isConfirmed: boolean,
  ) {
    const effect = effectOf(ref);
    this.isConfirmed = isConfirmed || effect === "none";
    this.current = this.isConfirmed
      ? { phase: "reading", previous: undefined }
      : { phase: "unconfirmed", effect };
  }

  get state(): SessionState {
    return this.current;
  }

  /** With whose eyes the dialog is read. */
  get readAs(): ReadAs {
    return this.as;
  }

  confirm(): void {
    this.isConfirmed = true;
  }

  /** Counts from the next read on. What another reader was told is no older answer of this one's: it goes. */
  look(as: ReadAs): void {
    if (isSameViewer(this.as, as)) return;
    this.as = as;
    if (this.current.phase === "unconfirmed") return;
    this.latest.drop();
    this.current = { phase: "reading", previous: undefined };
  }

  /** Reads, or waits for the read that is on its way: nobody has asked for a newer one. */
  async readUnlessReading(): Promise<void> {
    await (this.latest.isRunning ? this.runningRead : this.read());
  }

  /** Reads, or reads again; a newer request for the same dialog replaces the older one. */
  read(): Promise<void> {
    const read = this.readNow();
    this.runningRead = read;
    return read;
  }

  private async readNow(): Promise<void> {
    if (!this.isConfirmed) return;
    const previous = this.previous();
    this.owner = this.services.portal() ?? this.owner;
    this.become({ phase: "reading", previous });
    const [first, second] = viewersOf(this.as);
    const outcomes = await this.latest.run((signal) =>
      Promise.all([
        this.readOnce(first, signal),
        second === undefined ? undefined : this.readOnce(second, signal),
      ]),
    );
    if (outcomes === undefined) return;
    const [outcome, other] = outcomes;
    const counterpart =
      second === undefined || other === undefined ? undefined : this.counterpart(second, other);
    if (outcome.ok) {
      this.become({ phase: "read", reading: shown(outcome.value, counterpart) });
      return;
    }
    const { error } = outcome.error;
    const own = diagnosed(outcome.error, this.ref);
    if (own === undefined) {
      this.become({ phase: "stopped", previous });
    } else if (counterpart?.outcome.ok === true) {
      const refused: Counterpart = { viewer: first, outcome: failure(own) };
      this.become({ phase: "read", reading: shown(counterpart.outcome.value, refused) });
    } else {
      const kept = isNoAnswer(error) ? previous : undefined;
      const refusedToo = counterpart && {
        viewer: counterpart.viewer,
        failure: counterpart.outcome.error,
      };
      this.become({
        phase: "failed",
        ...inOrder({ viewer: first, failure: own }, refusedToo),
        previous: kept,
      });
    }
  }

  /**
   * After a change of the portals: what one owner was told is not shown as another's, nor one portal's dialog
   * under the address of the next. Consent was given for the former one, too.
   */
  async follow(): Promise<void> {
    const { owner } = this;
    const now = this.services.portal();
    if (owner === undefined || now === undefined || isSameOwner(owner, now)) return;
    this.latest.drop();
    this.owner = undefined;
    this.as = viewersLeft(this.as, now);
    const effect = effectOf(this.ref);
    this.isConfirmed = effect === "none" || now.readsWithoutAsking;
    if (!this.isConfirmed) {
      this.become({ phase: "unconfirmed", effect });
      return;
    }
    this.current = { phase: "reading", previous: undefined };
    await this.read();
  }

  cancel(): void {
    this.latest.cancel();
  }

  dispose(): void {
    this.latest.dispose();
    this.changed.dispose();
  }

  private async readOnce(
    viewer: Viewer,
    signal: AbortSignal,
  ): Promise<Result<DialogReading, PortalFailure>> {
    const portal = this.services.portal();
    if (portal === undefined) {
      return failure({ error: { kind: "webhookNeeded" }, exchange: undefined });
    }
    return orFault(() => this.services.read(portal, this.ref, viewer, signal));
  }

  /** `undefined`: it was cancelled together with the first read. */
  private counterpart(
    viewer: Viewer,
    outcome: Result<DialogReading, PortalFailure>,
  ): Counterpart | undefined {
    if (outcome.ok) return { viewer, outcome: success(outcome.value) };
    const refused = diagnosed(outcome.error, this.ref);
    return refused === undefined ? undefined : { viewer, outcome: failure(refused) };
  }

  private previous(): ShownReading | undefined {
    if (this.current.phase === "read") return this.current.reading;
    return "previous" in this.current ? this.current.previous : undefined;
  }

  private become(state: SessionState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

/** `undefined`: it was cancelled, which is no failure. */
function diagnosed(
  { error, exchange }: PortalFailure,
  ref: DialogRef,
): DiagnosedFailure | undefined {
  if (error.kind === "cancelled") return undefined;
  return { error, exchange, diagnosis: diagnose(error, ref, exchange?.method) };
}

function shown(reading: DialogReading, counterpart: Counterpart | undefined): ShownReading {
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
function inOrder(
  own: Refusal,
  other: Refusal | undefined,
): Refusal & { counterpart?: Counterpart } {
  if (other === undefined) return own;
  const isSettled = other.failure.diagnosis.cause === "chatNotFound";
  const [first, second] = isSettled ? [other, own] : [own, other];
  return { ...first, counterpart: { viewer: second.viewer, outcome: failure(second.failure) } };
}
