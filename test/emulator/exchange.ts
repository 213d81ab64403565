import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { WirePortal, DescribedRequest } from "./wire/wirePortal";
import type { WireReply } from "./wire/wireReply";
import { deliver } from "./delivery";
import type { FaultBoard } from "./faultBoard";
import { isDeliveryFault, isFrontFault, type Fault } from "./faults";
import { frontReply } from "./frontFaults";
import type { Journal, OpenEntry } from "./journal";
import type { ReceivedRequest } from "./receivedRequest";

/** One request on its way through the faults to the portal and back. */
export class Exchange {
  private readonly gone = new AbortController();

  constructor(
    private readonly request: ReceivedRequest,
    private readonly response: ServerResponse,
    private readonly origin: string,
    private readonly journal: Journal,
  ) {}

  async run(portal: WirePortal, board: FaultBoard): Promise<void> {
    const call = portal.describe(this.request);
    const entry = this.enter(call);
    const faults = board.takeForRequest({ ...call, method: call.method.toLowerCase() });
    const latencyMs = faults.reduce((sum, one) => (one.name === "latency" ? sum + one.ms : sum), 0);
    if (latencyMs > 0 && !(await this.wait(latencyMs))) return;

    const connection = faults.find(({ name }) => name === "hang" || name === "reset");
    if (connection?.name === "hang") return; // the journal sees when the client gives up
    if (connection?.name === "reset") {
      this.response.destroy();
      return;
    }
    const reply = this.reply(portal, faults, latencyMs);
    entry.answered(reply.status);
    deliver(this.response, reply, faults.find(isDeliveryFault));
  }

  private reply(portal: WirePortal, faults: readonly Fault[], latencyMs: number): WireReply {
    const front = faults.find(isFrontFault);
    if (front !== undefined) {
      return frontReply(front, { origin: this.origin, target: this.request.target });
    }
    return portal.answer(
      latencyMs > 0 ? { ...this.request, durationSeconds: latencyMs / 1000 } : this.request,
    );
  }

  private enter(call: DescribedRequest): OpenEntry {
    const entry = this.journal.enter({
      ...call,
      verb: this.request.verb,
      contentType: this.request.contentType,
      userAgent: this.request.userAgent,
      isBatchItem: false,
    });
    this.response.once("close", () => {
      if (!this.response.writableFinished) entry.aborted();
      this.gone.abort();
    });
    return entry;
  }

  /** @returns false when the client left meanwhile */
  private async wait(ms: number): Promise<boolean> {
    return delay(ms, true, { signal: this.gone.signal }).catch(() => false);
  }
}
