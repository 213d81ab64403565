import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import { explainable, orFault, webhookNeeded } from "../portal/extensionFault";
import type { Exchange, PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { Webhook } from "../portal/webhook";
import { diagnosed, isNoAnswer, type DiagnosedFailure } from "../diagnosis/diagnose";

/** What a page shows that reports on a portal. `previous` is an older answer that stays readable. */
export type ReportState<Reading> =
  | { readonly phase: "reading"; readonly previous: Reading | undefined }
  | { readonly phase: "read"; readonly reading: Reading }
  | {
      readonly phase: "failed";
      readonly failure: DiagnosedFailure;
      /** Kept only while it may still be true: not when the portal itself refused. */
      readonly previous: Reading | undefined;
    }
  | { readonly phase: "stopped"; readonly previous: Reading | undefined };

export interface ReportServices<Reading> {
  readonly read: (portal: PortalRecord, signal: AbortSignal) => Promise<PortalResult<Reading>>;
  /** The portal as it is now; `undefined` once it was removed. */
  readonly portal: () => PortalRecord | undefined;
  /** The portal's webhook as it is now; `undefined`: none can be had. */
  readonly webhook: () => Promise<Webhook | undefined>;
}

/** A report on one portal's webhook, or on one of its bots, from the first check to the last. */
export class ReportSession<Reading> implements Disposable {
  private readonly changed = new Emitter<ReportState<Reading>>();
  readonly onDidChange = this.changed.event;
  private current: ReportState<Reading> = { phase: "reading", previous: undefined };
  private readonly latest = new LatestRead();
  /** Which webhook the state is about; absent until the first check. */
  private checked: Promise<Webhook | undefined> | undefined;

  constructor(private readonly services: ReportServices<Reading>) {}

  get state(): ReportState<Reading> {
    return this.current;
  }

  /** The newest answer, however old. */
  get reading(): Reading | undefined {
    return readingIn(this.current);
  }

  /** Asks, or asks again; a newer request replaces the older one. */
  async read(): Promise<void> {
    this.checked = this.services.webhook();
    const previous = this.reading;
    this.become({ phase: "reading", previous });
    await this.take(this.services.read, previous);
  }

  /** Brings a part of the answer up to date, which stays in sight meanwhile. Nothing happens while there is none. */
  async renew(
    part: (
      reading: Reading,
      portal: PortalRecord,
      signal: AbortSignal,
    ) => Promise<PortalResult<Reading>>,
  ): Promise<void> {
    if (this.current.phase !== "read") return;
    const { reading } = this.current;
    await this.take((portal, signal) => part(reading, portal, signal), reading);
  }

  /** After a change of the portals: what was said of one webhook says nothing of another. */
  async follow(): Promise<void> {
    const { checked } = this;
    if (checked === undefined) return;
    const [before, now] = await Promise.all([checked, this.services.webhook()]);
    const isOvertaken = this.checked !== checked;
    if (isOvertaken || now === undefined || before?.equals(now) === true) return;
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

  private async take(
    read: ReportServices<Reading>["read"],
    previous: Reading | undefined,
  ): Promise<void> {
    const outcome = await this.latest.run((signal) => this.readOnce(read, signal));
    if (outcome === undefined) return;
    if (outcome.ok) {
      this.become({ phase: "read", reading: outcome.value });
      return;
    }
    const failure = diagnosed(outcome.error);
    if (failure === undefined) {
      this.become({ phase: "stopped", previous });
      return;
    }
    const kept = isNoAnswer(failure.error) ? previous : undefined;
    this.become({ phase: "failed", failure, previous: kept });
  }

  private async readOnce(
    read: ReportServices<Reading>["read"],
    signal: AbortSignal,
  ): Promise<PortalResult<Reading>> {
    const portal = this.services.portal();
    if (portal === undefined) return explainable(webhookNeeded);
    return orFault(() => read(portal, signal));
  }

  private become(state: ReportState<Reading>): void {
    this.current = state;
    this.changed.fire(state);
  }
}

export function readingIn<Reading>(state: ReportState<Reading>): Reading | undefined {
  return state.phase === "read" ? state.reading : state.previous;
}

/** The replies that "raw" means: what the portal refused with, or those that a reading is made of. */
export function exchangesIn<Reading>(
  state: ReportState<Reading>,
  of: (reading: Reading) => readonly Exchange[],
): readonly Exchange[] {
  const refused = state.phase === "failed" ? state.failure.exchange : undefined;
  if (refused?.body !== undefined) return [refused];
  const reading = readingIn(state);
  return reading === undefined ? [] : of(reading).filter(({ body }) => body !== undefined);
}
