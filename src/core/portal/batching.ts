import type { Disposable } from "../base/lifecycle";
import { onAbort } from "../base/onAbort";
import { failure, success } from "../base/result";
import { BotToken } from "./botToken";
import { objectOf } from "../base/json";
import type {
  CallParams,
  ParamsOf,
  PortalAnswer,
  PortalCaller,
  Urgency,
  PortalResult,
} from "./portalCaller";
import { readBatchItem } from "./batchReply";
import { explainable } from "./extensionFault";
import { queryString } from "./queryString";
import { retryDelayMs } from "./retry";
import {
  isPlainMethod,
  isReadMethod,
  notReadOnly,
  type PlainMethod,
  type ReadMethod,
} from "./readMethods";
import type { ShownParams } from "./shownParams";
import type { Webhook } from "./webhook";

/** REST brief, transport.md section 8. */
const batchLimit = 50;
/** Of the batches of one turn: to open a connection costs both sides more than to read one batch. */
const mostAtOnce = 4;

type Outcome = PortalResult<PortalAnswer>;

interface Pending {
  readonly webhook: Webhook;
  readonly method: PlainMethod;
  readonly params: CallParams;
  /** The call as a batch carries it. */
  readonly line: string;
  readonly signal: AbortSignal;
  readonly urgency: Urgency;
  readonly settle: (outcome: Outcome | Promise<Outcome>) => void;
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
  ): Promise<Outcome> {
    // Inside a batch the client would not see it: what may be called is asked here too.
    if (method === "batch" || !isReadMethod(method)) throw notReadOnly();
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
        for (const group of byWebhook(due)) this.send(group);
      });
    });
  }

  private send(group: readonly Pending[]): void {
    const [first] = group;
    if (first === undefined) return;
    const chunks: (readonly Pending[])[] = [];
    for (let start = 0; start < group.length; start += batchLimit)
      chunks.push(group.slice(start, start + batchLimit));
    // What somebody asked for does not stand behind batches that wait.
    chunks.sort((a, b) => Number(b.some(isAsked)) - Number(a.some(isAsked)));
    const requests = chunks
      .filter(({ length }) => length > 1)
      .map((chunk) => this.together(first.webhook, chunk));
    const takeTurns = async (): Promise<void> => {
      for (let send = requests.shift(); send !== undefined; send = requests.shift()) await send();
    };
    for (let count = 0; count < mostAtOnce; count += 1) void takeTurns();
    for (const [only, another] of chunks)
      if (only !== undefined && another === undefined) void this.sendAlone(only);
  }

  private sendAlone(pending: Pending): Promise<void> {
    const { webhook, method, params, signal, urgency, settle, fail } = pending;
    return this.direct.call(webhook, method, params, signal, urgency).then(settle, fail);
  }

  /** @returns what sends them as one; who gives up before hears so at once */
  private together(webhook: Webhook, chunk: readonly Pending[]): () => Promise<void> {
    const everybody = watchCancellation(chunk);
    const cmd = Object.fromEntries(chunk.map(({ line }, index) => [keyOf(index), line]));
    const params = { halt: 0, cmd };
    const urgency = chunk.some(isAsked) ? "asked" : "background";
    return async () => {
      try {
        const { signal } = everybody;
        const outcome = await this.direct.call(webhook, "batch", params, signal, urgency);
        for (const [index, call] of chunk.entries()) this.settle(call, index, outcome);
      } catch (bug) {
        for (const { fail } of chunk) fail(bug);
      } finally {
        everybody.dispose();
      }
    };
  }

  /** A fault of one part that may have passed is no fault of the batch: that part goes once more, alone. */
  private settle(pending: Pending, index: number, outcome: Outcome): void {
    const { signal, settle } = pending;
    const own = outcome.ok ? itemOf(outcome.value, index, pending) : outcome;
    if (!outcome.ok || own.ok || retryDelayMs(own.error.error, 0) === undefined || signal.aborted)
      settle(explainable(own));
    else void this.sendAlone(pending);
  }
}

function isAsked({ urgency }: Pending): boolean {
  return urgency === "asked";
}

/** Letters in front keep PHP from turning the map into a list. */
function keyOf(index: number): string {
  return `c${index}`;
}

function itemOf(answer: PortalAnswer, index: number, { method, params }: Pending): Outcome {
  // No token travels in a batch.
  const exchange = { ...answer.exchange, method, params: params as ShownParams, body: undefined };
  const { host, status = 200 } = exchange;
  const batch = objectOf(answer.result);
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

/**
 * A caller that gives up hears so at once; the request itself is given up only when nobody waits
 * for any of it any more.
 */
function watchCancellation(
  chunk: readonly Pending[],
): Disposable & { readonly signal: AbortSignal } {
  const request = new AbortController();
  let waiting = chunk.length;
  const watches: Disposable[] = [];
  for (const signal of new Set(chunk.map((call) => call.signal))) {
    const giveUp = (): void => {
      const gone = chunk.filter((call) => call.signal === signal);
      for (const { settle } of gone)
        settle(failure({ error: { kind: "cancelled" }, exchange: undefined }));
      waiting -= gone.length;
      if (waiting === 0) request.abort();
    };
    if (signal.aborted) giveUp();
    else watches.push(onAbort(signal, giveUp));
  }
  return {
    signal: request.signal,
    dispose: () => {
      for (const watch of watches) watch.dispose();
    },
  };
}
