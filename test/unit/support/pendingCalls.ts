import assert from "node:assert/strict";
import type {
  CallParams,
  PortalAnswer,
  PortalCaller,
  PortalFailure,
} from "../../../src/core/portal/portalCaller";
import type { ReadMethod } from "../../../src/core/portal/readMethods";
import type { Webhook } from "../../../src/core/portal/webhook";
import type { PortalError } from "../../../src/core/portal/portalError";
import { failure, success, type Result } from "../../../src/core/base/result";

type Outcome = Result<PortalAnswer, PortalFailure>;

interface PendingCall {
  readonly webhook: Webhook;
  readonly method: ReadMethod;
  readonly params: CallParams;
  readonly signal: AbortSignal;
  readonly settle: (outcome: Outcome) => void;
}

/** A caller whose answers come when the test says so, numbered from 0 in the order of calling. */
export class PendingCalls implements PortalCaller {
  readonly made: PendingCall[] = [];

  call(
    webhook: Webhook,
    method: ReadMethod,
    params: CallParams,
    signal: AbortSignal,
  ): Promise<Outcome> {
    return new Promise((settle) => {
      this.made.push({ webhook, method, params, signal, settle });
    });
  }

  answer(index: number, result: unknown): void {
    const { method, webhook, settle } = this.at(index);
    const exchange = {
      method,
      host: webhook.host,
      status: 200,
      durationMs: 1,
      params: {},
      finishedAtMs: 0,
      time: undefined,
      body: JSON.stringify({ result }),
    };
    settle(success({ result, next: undefined, total: undefined, exchange }));
  }

  fail(index: number, error: PortalError): void {
    this.at(index).settle(failure({ error, exchange: undefined }));
  }

  at(index: number): PendingCall {
    const call = this.made[index];
    assert.ok(call !== undefined, `there is no call number ${index}`);
    return call;
  }
}
