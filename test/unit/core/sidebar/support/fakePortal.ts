import type {
  CallParams,
  PortalAnswer,
  PortalCaller,
  PortalFailure,
} from "../../../../../src/core/portal/portalCaller";
import type { PortalError } from "../../../../../src/core/portal/portalError";
import type { ReadMethod } from "../../../../../src/core/portal/readMethods";
import type { Webhook } from "../../../../../src/core/portal/webhook";
import { failure, success, type Result } from "../../../../../src/core/base/result";

/** What a method answers; to throw a `Refused` is to fail, a promise answers when it is settled. */
export type Answerer = (params: CallParams, webhook: Webhook) => unknown;

/** Thrown by an answerer: the call fails with this. */
export class Refused extends Error {
  constructor(readonly fault: PortalError) {
    super(fault.kind);
  }
}

export function refused(code: string): Refused {
  const answered = { host: "portal.example", status: 403 };
  return new Refused({ kind: "refused", ...answered, code, description: "" });
}

/** A page of a list: its result, where the next one starts, and how many there are in all. */
export class ListPage {
  constructor(
    readonly result: unknown,
    readonly next?: number,
    readonly total?: number,
  ) {}
}

interface MadeCall {
  readonly method: ReadMethod;
  readonly params: CallParams;
  readonly user: string;
}

/** A portal that answers as the test says, method by method, and writes down what it was asked. */
export class FakePortal implements PortalCaller {
  readonly calls: MadeCall[] = [];

  constructor(public answers: Partial<Record<ReadMethod, Answerer>> = {}) {}

  async call(
    webhook: Webhook,
    method: ReadMethod,
    params: CallParams,
    signal: AbortSignal,
  ): Promise<Result<PortalAnswer, PortalFailure>> {
    this.calls.push({ method, params, user: webhook.userId });
    const exchange = {
      method,
      host: webhook.host,
      status: 200,
      durationMs: 1,
      params: {},
      finishedAtMs: 0,
      time: undefined,
      body: "",
    };
    try {
      const answer = await (this.answers[method] ?? unknownMethod)(params, webhook);
      if (signal.aborted) return failure({ error: { kind: "cancelled" }, exchange: undefined });
      const page = answer instanceof ListPage ? answer : new ListPage(answer);
      return success({ result: page.result, next: page.next, total: page.total, exchange });
    } catch (error) {
      if (error instanceof Refused) return failure({ error: error.fault, exchange });
      throw error;
    }
  }

  asked(method: ReadMethod): readonly CallParams[] {
    return this.calls.filter((call) => call.method === method).map(({ params }) => params);
  }
}

function unknownMethod(): never {
  throw refused("ERROR_METHOD_NOT_FOUND");
}
