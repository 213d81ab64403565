import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import { orFault } from "../portal/extensionFault";
import type { PortalFailure } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { Webhook } from "../portal/webhook";
import { failure, type Result } from "../base/result";
import type { AccessReading } from "../reads/accessReader";
import { diagnosed, type DiagnosedFailure } from "../diagnosis/diagnose";
import { isNoAnswer } from "../diagnosis/causes";

/** What a panel shows of a webhook's access. `previous` is an older answer that stays readable. */
export type ReportState =
  | { readonly phase: "reading"; readonly previous: AccessReading | undefined }
  | { readonly phase: "read"; readonly reading: AccessReading }
  | {
      readonly phase: "failed";
      readonly failure: DiagnosedFailure;
      /** Kept only while it may still be true: not when the portal itself refused. */
      readonly previous: AccessReading | undefined;
    }
  | { readonly phase: "stopped"; readonly previous: AccessReading | undefined };

export interface ReportServices {
  readonly read: (
    portal: PortalRecord,
    signal: AbortSignal,
  ) => Promise<Result<AccessReading, PortalFailure>>;
  /** The portal as it is now; `undefined` once it was removed. */
  readonly portal: () => PortalRecord | undefined;
  /** The portal's webhook as it is now; `undefined`: none can be had. */
  readonly webhook: () => Promise<Webhook | undefined>;
}

/** The access of one portal's webhook, from the first check to the last. */
export class ReportSession implements Disposable {
  private readonly changed = new Emitter<ReportState>();
  readonly onDidChange = this.changed.event;
  private current: ReportState = { phase: "reading", previous: undefined };
  private readonly latest = new LatestRead();
  /** Which webhook the state is about; absent until the first check. */
  private checked: Promise<Webhook | undefined> | undefined;

  constructor(private readonly services: ReportServices) {}

  get state(): ReportState {
    return this.current;
  }

  /** The newest answer, however old. */
  get reading(): AccessReading | undefined {
    return this.current.phase === "read" ? this.current.reading : this.current.previous;
  }

  /** Asks, or asks again; a newer request replaces the older one. */
  async read(): Promise<void> {
    this.checked = this.services.webhook();
    const previous = this.reading;
    this.become({ phase: "reading", previous });
    const outcome = await this.latest.run((signal) => this.readOnce(signal));
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

  private async readOnce(signal: AbortSignal): Promise<Result<AccessReading, PortalFailure>> {
    const portal = this.services.portal();
    if (portal === undefined) {
      return failure({ error: { kind: "webhookNeeded" }, exchange: undefined });
    }
    return orFault(() => this.services.read(portal, signal));
  }

  private become(state: ReportState): void {
    this.current = state;
    this.changed.fire(state);
  }
}
