import { failure, success, type Result } from "../base/result";
import { BotToken } from "./botToken";
import { isObject } from "../base/json";
import { shownParams } from "./methodCall";
import type {
  CallParams,
  ParamsOf,
  PortalAnswer,
  PortalCaller,
  PortalFailure,
  Urgency,
} from "./portalCaller";
import { readBatchItem } from "./batchReply";
import { queryString } from "./queryString";
import { retryDelayMs } from "./retry";
import { isPlainMethod, isReadMethod, type PlainMethod, type ReadMethod } from "./readMethods";
import { SharedSignal } from "./sharedSignal";
import type { Webhook } from "./webhook";

/** REST brief, transport.md section 8. */
const batchLimit = 50;

interface Pending {
  readonly webhook: Webhook;
  readonly method: PlainMethod;
  readonly params: CallParams;
  /** The call as a batch carries it. */
  readonly line: string;
  readonly signal: AbortSignal;
  readonly urgency: Urgency;
  readonly settle: (outcome: Result<PortalAnswer, PortalFailure>) => void;
  /** For a bug of ours: whoever waits hears of it, as if the call had travelled alone. */
  readonly fail: (bug: unknown) => void;
}

/**
 * Lets reads that are asked for in the same turn of the event loop travel together: up to 50 as one
 * `batch`, each with an answer or failure of its own. A lone read travels alone. Callers see no difference.
 */
export class BatchingCaller implements PortalCaller {
  private waiting: Pending[] = [];

  /** @param atEndOfTurn runs a function when the current turn of the event loop is over */
  constructor(
    private readonly direct: PortalCaller,
    private readonly atEndOfTurn: (run: () => void) => void,
  ) {}

  call<Method extends ReadMethod>(
    webhook: Webhook,
    method: Method,
    params: ParamsOf<Method>,
    signal: AbortSignal,
    urgency: Urgency = "asked",
  ): Promise<Result<PortalAnswer, PortalFailure>> {
    // Inside a batch the client would not see it: what may be called is asked here too.
    if (method === "batch" || !isReadMethod(method))
      throw new Error("Only methods of the read-only table can be called.");
    // In the text of a batch nobody could tell the token from other text any more.
    if (!isPlainMethod(method) || Object.values(params).some((value) => value instanceof BotToken))
      return this.direct.call(webhook, method, params, signal, urgency);
    return new Promise((settle, fail) => {
      // What cannot be written is its own caller's bug, not that of all who travel with it.
      const line = `${method}?${queryString(params)}`;
      this.waiting.push({ webhook, method, params, line, signal, urgency, settle, fail });
      if (this.waiting.length > 1) return;
      this.atEndOfTurn(() => {
        const due = this.waiting;
        this.waiting = [];
        const signals = sharedSignals(due);
        for (const group of byWebhook(due)) this.send(group, signals);
      });
    });
  }

  private send(group: readonly Pending[], signals: SharedSignals): void {
    for (let start = 0; start < group.length; start += batchLimit) {
      const chunk = group.slice(start, start + batchLimit);
      const [only] = chunk;
      if (only !== undefined && chunk.length === 1) this.sendAlone(only);
      else if (only !== undefined) this.sendTogether(only.webhook, chunk, signals);
    }
  }

  private sendAlone({ webhook, method, params, signal, urgency, settle, fail }: Pending): void {
    // Lone reads of many turns may share a signal too; each listens to its own.
    const own = AbortSignal.any([signal]);
    this.direct.call(webhook, method, params, own, urgency).then(settle, fail);
  }

  private sendTogether(webhook: Webhook, chunk: readonly Pending[], signals: SharedSignals): void {
    const everybody = watchCancellation(chunk, signals);
    const cmd = Object.fromEntries(chunk.map(({ line }, index) => [keyOf(index), line]));
    const params = { halt: 0, cmd };
    const urgency = chunk.some((call) => call.urgency === "asked") ? "asked" : "background";
    this.direct
      .call(webhook, "batch", params, everybody.signal, urgency)
      .finally(() => {
        everybody.dispose();
      })
      .then(
        (outcome) => {
          for (const [index, call] of chunk.entries()) this.settle(call, index, outcome);
        },
        (bug: unknown) => {
          for (const { fail } of chunk) fail(bug);
        },
      );
  }

  /** A fault of one part that may have passed is no fault of the batch: that part goes once more, alone. */
  private settle(
    pending: Pending,
    index: number,
    outcome: Result<PortalAnswer, PortalFailure>,
  ): void {
    const { signal, settle } = pending;
    const own = outcome.ok ? itemOf(outcome.value, index, pending) : outcome;
    if (!outcome.ok || own.ok || retryDelayMs(own.error.error, 0) === undefined || signal.aborted)
      settle(own);
    else this.sendAlone(pending);
  }
}

/** Letters in front keep PHP from turning the map into a list. */
function keyOf(index: number): string {
  return `c${index}`;
}

function itemOf(
  answer: PortalAnswer,
  index: number,
  { method, params }: Pending,
): Result<PortalAnswer, PortalFailure> {
  const exchange = {
    ...answer.exchange,
    method,
    params: shownParams(params),
    body: undefined,
  };
  const { host, status = 200 } = exchange;
  const batch = isObject(answer.result) ? answer.result : {};
  const item = readBatchItem(batch, keyOf(index), { host, status });
  if (!item.ok) {
    const error = item.error.kind === "malformed" ? { ...item.error, inBatch: method } : item.error;
    return failure({ error, exchange });
  }
  return success({ ...item.value, exchange });
}

function byWebhook(pending: readonly Pending[]): readonly (readonly Pending[])[] {
  const groups: Pending[][] = [];
  for (const call of pending) {
    const group = groups.find(([first]) => first?.webhook.equals(call.webhook) === true);
    if (group === undefined) groups.push([call]);
    else group.push(call);
  }
  return groups;
}

type SharedSignals = ReadonlyMap<AbortSignal, SharedSignal>;

function sharedSignals(pending: readonly Pending[]): SharedSignals {
  const distinct = new Set(pending.map(({ signal }) => signal));
  return new Map([...distinct].map((signal) => [signal, new SharedSignal(signal)]));
}

/**
 * A caller that gives up hears so at once; the request itself is given up only when nobody waits
 * for any of it any more.
 */
function watchCancellation(
  chunk: readonly Pending[],
  signals: SharedSignals,
): { readonly signal: AbortSignal; dispose(): void } {
  const request = new AbortController();
  let waiting = chunk.length;
  const watches = chunk.map(({ signal, settle }) => {
    const giveUp = (): void => {
      settle(failure({ error: { kind: "cancelled" }, exchange: undefined }));
      waiting -= 1;
      if (waiting === 0) request.abort();
    };
    const shared = signals.get(signal);
    if (signal.aborted) giveUp();
    else shared?.onAbort(giveUp);
    return { shared, giveUp };
  });
  return {
    signal: request.signal,
    dispose: () => {
      for (const { shared, giveUp } of watches) shared?.offAbort(giveUp);
    },
  };
}
