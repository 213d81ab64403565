import assert from "node:assert/strict";
import type { DialogRef } from "../../../src/core/dialog/dialogId";
import type { DialogReading } from "../../../src/core/reads/dialogReader";
import type { Viewer } from "../../../src/core/dialog/viewer";
import type { SessionServices } from "../../../src/core/sessions/dialogSession";
import type { PortalError } from "../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import { failure, success } from "../../../src/core/base/result";

type Outcome = Awaited<ReturnType<SessionServices["read"]>>;

interface PendingRead {
  readonly portal: PortalRecord;
  readonly ref: DialogRef;
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly settle: (outcome: Outcome) => void;
}

/** A reader whose answers come when the test says so, numbered from 0 in the order of asking. */
export class PendingReads {
  readonly asked: PendingRead[] = [];

  readonly read: SessionServices["read"] = (portal, ref, viewer, signal) =>
    new Promise((settle) => {
      this.asked.push({ portal, ref, viewer, signal, settle });
    });

  answer(index: number, reading: DialogReading): void {
    this.settle(index, success(reading));
  }

  fail(index: number, error: PortalError): void {
    this.settle(index, failure({ error, exchange: undefined }));
  }

  /** Answers a read that was just begun, and waits until it is over. */
  async during(done: Promise<void>, index: number, reading: DialogReading): Promise<void> {
    this.answer(index, reading);
    await done;
  }

  async failing(done: Promise<void>, index: number, error: PortalError): Promise<void> {
    this.fail(index, error);
    await done;
  }

  private settle(index: number, outcome: Outcome): void {
    const read = this.asked[index];
    assert.ok(read !== undefined, `there is no read number ${index}`);
    read.settle(outcome);
  }
}
