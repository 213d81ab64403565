import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../core/portal/transport";
import type { Result } from "../../core/base/result";

/** A transport whose code is loaded for the first request: activation must not wait for what it does not need. */
export class LateTransport implements Transport {
  private loaded: Promise<Transport> | undefined;

  constructor(private readonly load: () => Promise<Transport>) {}

  async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>> {
    this.loaded ??= this.load();
    return (await this.loaded).send(request, signal);
  }
}
