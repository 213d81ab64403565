import type { CallNote } from "../../../src/core/portal/portalCaller";
import { PortalClient } from "../../../src/core/portal/portalClient";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../../src/core/portal/transport";
import { success, type Result } from "../../../src/core/base/result";
import { HandClock } from "./clocks";
import { webhookIn } from "./webhooks";

export const never = new AbortController().signal;

/** Answers every call with one outcome, after 250 ms. */
class OneAnswer implements Transport {
  readonly sent: TransportRequest[] = [];

  constructor(
    private readonly outcome: Result<TransportReply, TransportFailure>,
    private readonly clock: HandClock,
  ) {}

  send(request: TransportRequest): Promise<Result<TransportReply, TransportFailure>> {
    this.sent.push(request);
    this.clock.advance(250);
    return Promise.resolve(this.outcome);
  }
}

/** The client on a transport that always answers the same, and a clock that nobody waits for. */
export function clientBench(outcome: Result<TransportReply, TransportFailure>, timeoutMs = 15_000) {
  const clock = new HandClock();
  const transport = new OneAnswer(outcome, clock);
  const notes: CallNote[] = [];
  const client = new PortalClient({
    transport,
    clock,
    limiter: new RateLimiter(clock),
    timeoutMs: () => timeoutMs,
    note: (note) => notes.push(note),
  });
  const call = (signal = never) =>
    client.call(webhookIn(), "imbot.dialog.get", { DIALOG_ID: "chat29" }, signal);
  return { transport, clock, notes, client, call };
}

export function reply(body: string, status = 200, location?: string) {
  return success({ status, body, ...(location === undefined ? {} : { location }) });
}
