import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../core/portal/transport";
import { once } from "../../core/base/once";
import type { Result } from "../../core/base/result";

/** A transport whose code is loaded for the first request: activation must not wait for what it does not need. */
export class LateTransport implements Transport {
  private readonly load: () => Promise<Transport>;

  constructor(load: () => Promise<Transport>) {
    this.load = once(load);
  }

  async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>> {
    return (await this.load()).send(request, signal);
  }
}
