import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../core/portal/transport";
import { once } from "../../core/base/once";
import { failure, success, type Result } from "../../core/base/result";

/** The built-in demo portal, as far as a transport needs it. */
export interface DemoAnswerer {
  answer(request: { readonly path: string; readonly body: string }): {
    readonly status: number;
    readonly body: string;
  };
}

/** Answers calls to the demo portal's address without any network, and passes on all others. */
export class DemoTransport implements Transport {
  private readonly demo: () => Promise<DemoAnswerer>;

  /** @param load brings the demo's code in at the first call: most users never need it */
  constructor(
    private readonly origin: string,
    load: () => Promise<DemoAnswerer>,
    private readonly others: Transport,
  ) {
    this.demo = once(load);
  }

  async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>> {
    const url = new URL(request.url);
    if (url.origin !== this.origin) return this.others.send(request, signal);
    if (signal.aborted) return failure({ kind: "cancelled" });
    const demo = await this.demo();
    return success(demo.answer({ path: url.pathname, body: request.body }));
  }
}
