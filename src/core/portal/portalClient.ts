import type { Disposable } from "../base/lifecycle";
import { failure, success, type Result } from "../base/result";
import { visibleLine } from "../base/visibleText";
import { BotToken } from "./botToken";
import type { TextFilter } from "../base/jsonReader";
import { inTurns } from "../base/restingWork";
import { readingBody, readEnvelope, type ReplyBody } from "./envelope";
import { explainable } from "./extensionFault";
import { shownParams } from "./methodCall";
import type {
  CallNote,
  CallParams,
  Exchange,
  ParamsOf,
  PortalAnswer,
  PortalCaller,
  Urgency,
  PortalResult,
} from "./portalCaller";
import { hasCode, type PortalError, type RedirectTarget } from "./portalError";
import { OperatingTime } from "./operatingTime";
import type { RateLimiter } from "./rateLimiter";
import { isReadOnlyCall, notReadOnly, type ReadMethod } from "./readMethods";
import { retryDelayMs } from "./retry";
import { allOf } from "./secretText";
import type { Clock, Transport, TransportFailure, TransportReply } from "./transport";
import { isLoopback, type Webhook } from "./webhook";

export interface PortalClientServices {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Read at each call, so that a changed setting counts at once. */
  readonly timeoutMs: () => number;
  readonly note: (note: CallNote) => void;
}

/** A reply of 10,000 readers has about 1 MB; more than this is no dialog. */
export const replyLimitBytes = 16 * 1024 * 1024;

/**
 * Calls the read-only methods of a portal through a webhook: at the pace that the portal grants, and
 * once more when a fault may have passed.
 */
export class PortalClient implements PortalCaller {
  /** What is left of the execution time that portals grant. */
  readonly operating: OperatingTime;

  constructor(private readonly services: PortalClientServices) {
    this.operating = new OperatingTime(services.clock);
  }

  async call<Method extends ReadMethod>(
    webhook: Webhook,
    method: Method,
    params: ParamsOf<Method>,
    signal: AbortSignal,
    urgency: Urgency = "asked",
  ): Promise<PortalResult<PortalAnswer>> {
    if (!isReadOnlyCall(method, params)) throw notReadOnly();
    const { clock, limiter } = this.services;
    const { origin } = webhook;
    let crowd: Disposable | undefined;
    try {
      for (let retries = 0; ; retries += 1) {
        if (!(await limiter.take(origin, signal, urgency))) return cancelled;
        const outcome = await this.callOnce(webhook, method, params, signal);
        if (outcome.ok) return outcome;
        const { error } = outcome.error;
        const delayMs = retryDelayMs(error, retries, Math.random());
        if (hasCode(error, "QUERY_LIMIT_EXCEEDED")) {
          limiter.fill(origin);
          crowd ??= limiter.waitInCrowd(origin, urgency);
        }
        if (delayMs === undefined) return await explainable(outcome);
        if (!(await clock.wait(delayMs, signal))) return cancelled;
      }
    } finally {
      crowd?.dispose();
    }
  }

  private async callOnce(
    webhook: Webhook,
    method: ReadMethod,
    params: CallParams,
    signal: AbortSignal,
  ): Promise<PortalResult<PortalAnswer>> {
    const { transport, clock, timeoutMs } = this.services;
    const startedMs = clock.steadyMs();
    const limit = { timeoutMs: usableTimeout(timeoutMs()), limitBytes: replyLimitBytes };
    const url = webhook.methodUrl(method);
    const sent = await transport.send({ url, body: bodyOf(params), ...limit }, signal);
    const exchange: Exchange = {
      method,
      params: shownParams(params),
      host: webhook.host,
      status: statusOf(sent),
      durationMs: clock.steadyMs() - startedMs,
      finishedAtMs: clock.nowMs(),
      time: undefined,
      body: undefined,
    };
    if (!sent.ok) return this.failed(describe(sent.error, webhook, limit), exchange);
    const filter = filterOf(webhook, params);
    const body = await inTurns(readingBody(sent.value.body, filter), () => clock.wait(0, signal));
    const answered = { ...exchange, body: body.text };
    const outcome = readReply({ ...sent.value, body }, webhook, method, filter);
    if (!outcome.ok) return this.failed(outcome.error, answered);
    this.note(answered, "ok");
    this.operating.learn(webhook, method, params, outcome.value);
    const { result, next, total, time } = outcome.value;
    return success({ result, next, total, exchange: { ...answered, time } });
  }

  private failed(error: PortalError, exchange: Exchange): PortalResult<PortalAnswer> {
    this.note(exchange, outcomeWord(error));
    return failure({ error, exchange });
  }

  private note({ method, params, host, status, durationMs }: Exchange, outcome: string): void {
    const dialogId = params["DIALOG_ID"] ?? params["dialogId"];
    const about = typeof dialogId === "string" ? { dialogId: visibleLine(dialogId) } : {};
    this.services.note({ method, ...about, host, status, durationMs, outcome });
  }
}

const cancelled: PortalResult<PortalAnswer> = failure({
  error: { kind: "cancelled" },
  exchange: undefined,
});

/** JSON, with the one secret that travels as a parameter. */
function bodyOf(params: CallParams): string {
  const wire = Object.entries(params).map(([name, value]) => [
    name,
    value instanceof BotToken ? value.toWire() : value,
  ]);
  return JSON.stringify(Object.fromEntries(wire));
}

function filterOf(webhook: Webhook, params: CallParams): TextFilter {
  const tokens = Object.values(params).filter((value) => value instanceof BotToken);
  return tokens.length === 0
    ? webhook.filter
    : allOf([webhook.filter, ...tokens.map((token) => token.filter)]);
}

/** Settings are not checked before they get here, and timers want a whole number. */
function usableTimeout(wantedMs: number): number {
  if (!Number.isFinite(wantedMs)) return 30_000;
  return Math.min(Math.max(Math.round(wantedMs), 1), 600_000);
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
  reply: Omit<TransportReply, "body"> & { readonly body: ReplyBody },
  webhook: Webhook,
  method: ReadMethod,
  filter: TextFilter,
): ReturnType<typeof readEnvelope> {
  const { host } = webhook;
  const { status, location } = reply;
  if (status >= 300 && status < 400) {
    const target = targetOf(location, webhook, method, filter);
    return failure({ kind: "redirected", host, status, target });
  }
  return readEnvelope(reply, host);
}

function targetOf(
  location: string | undefined,
  webhook: Webhook,
  method: ReadMethod,
  filter: TextFilter,
): RedirectTarget {
  if (location === undefined || !URL.canParse(location, webhook.origin)) return { kind: "none" };
  const { origin, host, hostname, protocol, pathname } = new URL(location, webhook.origin);
  if (origin === webhook.origin) return { kind: "samePortal" };
  const shownHost = filter.redact(host);
  // One's own machine is no new address of a portal that is elsewhere.
  const leadsHome = isLoopback(hostname) && !isLoopback(new URL(webhook.origin).hostname);
  if (protocol !== "https:" && (leadsHome || !isLoopback(hostname))) {
    return { kind: "insecure", host: shownHost };
  }
  // A name with the secret in it is no portal's, and moving there would store it blacked out.
  const keepsPath =
    !leadsHome &&
    shownHost === host &&
    pathname.replace(/\/$/, "") === new URL(webhook.methodUrl(method)).pathname;
  return { kind: "otherHost", host: shownHost, origin: filter.redact(origin), keepsPath };
}

function describe(
  error: TransportFailure,
  { host, origin }: Webhook,
  limit: { readonly timeoutMs: number; readonly limitBytes: number },
): PortalError {
  switch (error.kind) {
    case "cancelled":
      return { kind: "cancelled" };
    case "timedOut":
      return { kind: "timedOut", host, afterMs: limit.timeoutMs };
    case "unreachable": {
      const { code, peer } = error;
      const isBetween = peer !== undefined && !isPortal(peer, new URL(origin));
      return { kind: "unreachable", host, code, ...(isBetween ? { proxy: peer } : {}) };
    }
    case "interrupted":
      return { kind: "interrupted", host, status: error.status };
    case "tooLarge":
      return { kind: "tooLarge", host, limitBytes: limit.limitBytes };
  }
}

/** An address cannot be told from a name that stands for it, but its port and another name can. */
function isPortal(peer: string, { hostname, port, protocol }: URL): boolean {
  const colon = peer.lastIndexOf(":");
  if (colon < 0) return peer.toLowerCase() === hostname;
  const portOfScheme = protocol === "https:" ? "443" : "80";
  return peer.slice(colon + 1) === (port || portOfScheme);
}
