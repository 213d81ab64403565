import type { Result } from "../base/result";

/** One POST to a portal. */
export interface TransportRequest {
  /** Holds the secret: it must reach no log and no error. */
  readonly url: string;
  /** JSON. */
  readonly body: string;
  readonly timeoutMs: number;
  /** Of the unpacked body. */
  readonly limitBytes: number;
}

/** Whatever was answered, with any status: a redirect too, for it is never followed. */
export interface TransportReply {
  readonly status: number;
  /** As the header came, for a redirect. It may hold the secret. */
  readonly location?: string;
  readonly body: string;
}

/**
 * Failures without a whole reply. `code` is the system's, for example `ECONNREFUSED`; `peer` is whom the system
 * could not find or reach, where it says: a host's name, or an address with a port.
 */
export type TransportFailure =
  | { readonly kind: "cancelled" }
  | { readonly kind: "timedOut" }
  | { readonly kind: "unreachable"; readonly code: string; readonly peer?: string }
  | { readonly kind: "interrupted"; readonly status: number; readonly code: string }
  | { readonly kind: "tooLarge"; readonly status: number };

/** The way to the network, or to the built-in demo portal. */
export interface Transport {
  send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Milliseconds of a count that nobody sets back, for durations. */
  steadyMs(): number;
  /** @returns false as soon as the signal is aborted, true when the time is over */
  wait(ms: number, signal: AbortSignal): Promise<boolean>;
}
