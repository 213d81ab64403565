import type { Result } from "../result";

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

/** Failures without a whole reply. `code` is the system's, for example `ECONNREFUSED`. */
export type TransportFailure =
  | { readonly kind: "cancelled" }
  | { readonly kind: "timedOut" }
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "interrupted"; readonly status: number; readonly code: string }
  | { readonly kind: "tooLarge"; readonly status: number };

/** The way to the network, or to the built-in demo portal. */
export interface Transport {
  send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>>;
}

/** Milliseconds since 1970, and a steady count for durations. */
export interface Clock {
  nowMs(): number;
  steadyMs(): number;
}
