import { failure, success, type Result } from "../result";
import { readEnvelope, type ServerTime } from "./envelope";
import type { PortalError, RedirectTarget } from "./portalError";
import { isReadMethod, type ReadMethod } from "./readMethods";
import type { Clock, Transport, TransportFailure, TransportReply } from "./transport";
import { isLoopback, type Webhook } from "./webhook";

/** How an answer, good or bad, was got. The secret is in none of it. */
export interface Exchange {
  readonly method: ReadMethod;
  readonly host: string;
  /** Absent: nothing was answered. */
  readonly status: number | undefined;
  readonly durationMs: number;
  /** When the call ended, milliseconds since 1970. */
  readonly finishedAtMs: number;
  readonly time: ServerTime | undefined;
  /** The reply as it came, the secret removed; absent when none came. */
  readonly body: string | undefined;
}

export interface PortalAnswer {
  readonly result: unknown;
  readonly exchange: Exchange;
}

export interface PortalFailure {
  readonly error: PortalError;
  /** Absent: nothing was sent. */
  readonly exchange: Exchange | undefined;
}

/** A line of the log: no address, no parameters, no text of a chat. */
export interface CallNote {
  readonly method: ReadMethod;
  readonly host: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** `ok`, the kind of the failure, or the portal's code. */
  readonly outcome: string;
}

export interface PortalClientParts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Read at each call, so that a changed setting counts at once. */
  readonly timeoutMs: () => number;
  readonly note: (note: CallNote) => void;
}

/** A reply of 10,000 readers has about 1 MB; more than this is no dialog. */
export const replyLimitBytes = 16 * 1024 * 1024;

/** Calls the read-only methods of a portal through a webhook. */
export class PortalClient {
  constructor(private readonly parts: PortalClientParts) {}

  /**
   * One call.
   * @param params by their documented names
   * @returns `result` as it came, unchecked; or why there is none
   */
  async call(
    webhook: Webhook,
    method: ReadMethod,
    params: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Result<PortalAnswer, PortalFailure>> {
    if (!isReadMethod(method))
      throw new Error("Only methods of the read-only table can be called.");
    const { transport, clock, timeoutMs } = this.parts;
    const startedMs = clock.steadyMs();
    const limit = { timeoutMs: timeoutMs(), limitBytes: replyLimitBytes };
    const url = webhook.methodUrl(method);
    const sent = await transport.send({ url, body: JSON.stringify(params), ...limit }, signal);
    const durationMs = clock.steadyMs() - startedMs;
    const exchange: Exchange = {
      method,
      host: webhook.host,
      status: statusOf(sent),
      durationMs,
      finishedAtMs: clock.nowMs(),
      time: undefined,
      body: sent.ok ? webhook.redact(sent.value.body) : undefined,
    };
    const outcome = sent.ok
      ? readReply(sent.value, exchange.body ?? "", webhook)
      : failure(describe(sent.error, webhook.host, limit));
    this.parts.note({
      method,
      host: webhook.host,
      status: exchange.status,
      durationMs,
      outcome: outcome.ok ? "ok" : outcomeWord(outcome.error),
    });
    if (!outcome.ok) return failure({ error: outcome.error, exchange });
    const { result, time } = outcome.value;
    return success({ result, exchange: { ...exchange, time } });
  }
}

function statusOf(sent: Result<TransportReply, TransportFailure>): number | undefined {
  if (sent.ok) return sent.value.status;
  return "status" in sent.error ? sent.error.status : undefined;
}

function outcomeWord(error: PortalError): string {
  // A code is the portal's text: only its usual alphabet goes into the log.
  return error.kind === "refused" ? error.code.replace(/\W/g, "?").slice(0, 60) : error.kind;
}

function readReply(
  reply: TransportReply,
  body: string,
  webhook: Webhook,
): ReturnType<typeof readEnvelope> {
  const { host } = webhook;
  const { status, location } = reply;
  if (status >= 300 && status < 400) {
    return failure({ kind: "redirected", host, status, target: targetOf(location, webhook) });
  }
  return readEnvelope({ status, body }, host);
}

function targetOf(location: string | undefined, webhook: Webhook): RedirectTarget {
  if (location === undefined || !URL.canParse(location, webhook.origin)) return { kind: "none" };
  const { origin, host, hostname, protocol } = new URL(location, webhook.origin);
  if (origin === webhook.origin) return { kind: "samePortal" };
  if (protocol !== "https:" && !isLoopback(hostname)) return { kind: "insecure", host };
  return { kind: "otherHost", host, origin };
}

function describe(
  error: TransportFailure,
  host: string,
  limit: { readonly timeoutMs: number; readonly limitBytes: number },
): PortalError {
  switch (error.kind) {
    case "cancelled":
      return { kind: "cancelled" };
    case "timedOut":
      return { kind: "timedOut", host, afterMs: limit.timeoutMs };
    case "unreachable":
      return { kind: "unreachable", host, code: error.code };
    case "interrupted":
      return { kind: "interrupted", host, status: error.status };
    case "tooLarge":
      return { kind: "tooLarge", host, limitBytes: limit.limitBytes };
  }
}
