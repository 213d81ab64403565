import { diagnose, type Diagnosis } from "../diagnosis/diagnose";
import { isNoAnswer } from "../diagnosis/noAnswer";
import { Emitter, type Disposable } from "../lifecycle";
import type { PortalFailure } from "../portal/portalCaller";
import type { PortalError } from "../portal/portalError";
import type { PortalRecord } from "../portal/portalRecord";
import type { Result } from "../result";
import { effectOf, type DialogRef, type ReadEffect } from "./dialogId";
import type { DialogReading } from "./dialogReader";

/** A failure that is worth showing: not a cancellation. */
export interface DiagnosedFailure {
  readonly error: Exclude<PortalError, { kind: "cancelled" }>;
  readonly exchange: PortalFailure["exchange"];
  readonly diagnosis: Diagnosis;
}

/** What a panel shows of one dialog. `previous` is an older answer that stays readable. */
export type SessionState =
  /** Reading may change the portal, and nobody agreed to that yet. */
  | { readonly phase: "unconfirmed"; readonly effect: ReadEffect }
  | { readonly phase: "reading"; readonly previous: DialogReading | undefined }
  | { readonly phase: "read"; readonly reading: DialogReading }
  | {
      readonly phase: "failed";
      readonly failure: DiagnosedFailure;
      /** Kept only while it may still be true: not when the portal itself refused. */
      readonly previous: DialogReading | undefined;
    }
  | { readonly phase: "stopped"; readonly previous: DialogReading | undefined };

export interface SessionParts {
  readonly read: (
    portal: PortalRecord,
    ref: DialogRef,
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
  private running: AbortController | undefined;
  private isConfirmed: boolean;
  private isDisposed = false;

  /** @param isConfirmed the user agreed to what reading this id may do */
  constructor(
    readonly ref: DialogRef,
    private readonly parts: SessionParts,
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

  confirm(): void {
    this.isConfirmed = true;
  }

  /** Reads, or reads again; a newer request for the same dialog replaces the older one. */
  async read(): Promise<void> {
    if (!this.isConfirmed || this.isDisposed) return;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const previous = this.previous();
    this.become({ phase: "reading", previous });
    const outcome = await this.readOnce(running.signal);
    if (this.running !== running) return;
    this.running = undefined;
    if (outcome.ok) {
      this.become({ phase: "read", reading: outcome.value });
      return;
    }
    const { error, exchange } = outcome.error;
    if (error.kind === "cancelled") {
      this.become({ phase: "stopped", previous });
      return;
    }
    const diagnosis = diagnose(error, this.ref, exchange?.method);
    this.become({
      phase: "failed",
      failure: { error, exchange, diagnosis },
      previous: isNoAnswer(error) ? previous : undefined,
    });
  }

  cancel(): void {
    this.running?.abort();
  }

  dispose(): void {
    this.isDisposed = true;
    const running = this.running;
    this.running = undefined;
    running?.abort();
    this.changed.dispose();
  }

  private async readOnce(signal: AbortSignal): Promise<Result<DialogReading, PortalFailure>> {
    const portal = this.parts.portal();
    if (portal === undefined) {
      return { ok: false, error: { error: { kind: "webhookNeeded" }, exchange: undefined } };
    }
    return this.parts.read(portal, this.ref, signal);
  }

  private previous(): DialogReading | undefined {
    if (this.current.phase === "read") return this.current.reading;
    return "previous" in this.current ? this.current.previous : undefined;
  }

  private become(state: SessionState): void {
    this.current = state;
    this.changed.fire(state);
  }
}
