import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../../../src/core/portal/transport";
import type { Result } from "../../../../src/core/base/result";
import { FakeClock, settled } from "../../../unit/support/fakeClock";

/** A transport that knows how many requests are on their way. */
class CountedTransport implements Transport {
  underway = 0;

  constructor(private readonly inner: Transport) {}

  async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>> {
    this.underway += 1;
    try {
      return await this.inner.send(request, signal);
    } finally {
      this.underway -= 1;
    }
  }
}

/**
 * Real sockets in virtual time: the clock stands still while a request is on its way, and jumps to the next
 * wait as soon as there is nothing else to do. Replies take no time, so nothing depends on the machine.
 */
export class VirtualTime {
  readonly clock = new FakeClock();
  readonly transport: CountedTransport;

  constructor(inner: Transport) {
    this.transport = new CountedTransport(inner);
  }

  /** Until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    const isOver = (): boolean => isDone;
    while (!isOver()) {
      await settled();
      if (this.transport.underway === 0 && this.clock.waiting > 0 && !isOver()) {
        await this.clock.advanceToNext();
      }
    }
    return done;
  }
}
