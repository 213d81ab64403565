import fetch, { FetchError, type Response } from "node-fetch";
import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../core/portal/transport";
import { failure, success, type Result } from "../../core/base/result";

/**
 * Sends calls over node-fetch, which VS Code's proxy and certificate settings reach. Redirects
 * come back as replies: the address holds the secret, so it never goes anywhere by itself.
 * node-fetch writes whole addresses into its messages: of an error only the code is kept.
 */
export class NodeFetchTransport implements Transport {
  /** @param userAgent `name/version`, as the REST documentation asks */
  constructor(private readonly userAgent: string) {}

  async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportReply, TransportFailure>> {
    // Before anything is opened: a signal that was aborted earlier fires no event any more.
    if (isAborted(signal)) return failure({ kind: "cancelled" });
    const timeout = AbortSignal.timeout(request.timeoutMs);
    let response: Response | undefined;
    try {
      response = await fetch(request.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          "user-agent": this.userAgent,
        },
        body: request.body,
        redirect: "manual",
        size: request.limitBytes,
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await response.text();
      const location = response.headers.get("location");
      return success({
        status: response.status,
        body,
        ...(location === null ? {} : { location }),
      });
    } catch (error) {
      if (isAborted(signal)) return failure({ kind: "cancelled" });
      if (isAborted(timeout)) return failure({ kind: "timedOut" });
      if (error instanceof FetchError && error.type === "max-size" && response !== undefined) {
        return failure({ kind: "tooLarge", status: response.status });
      }
      const code = codeOf(error);
      if (response !== undefined)
        return failure({ kind: "interrupted", status: response.status, code });
      const peer = peerOf(error);
      return failure({ kind: "unreachable", code, ...(peer === undefined ? {} : { peer }) });
    }
  }
}

/** Asked anew: to the compiler a signal that was not aborted before an await never will be. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** The system's code, `ECONNREFUSED`; "UNKNOWN" rather than any text. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "UNKNOWN";
  if ("code" in error && isCode(error.code)) return error.code;
  if ("cause" in error) return codeOf(error.cause);
  return "UNKNOWN";
}

/**
 * Whom the system could not find or reach. node-fetch keeps that in its message only, behind the whole address:
 * "reason: getaddrinfo ENOTFOUND proxy.local", "reason: connect ECONNREFUSED 10.0.0.1:3128".
 */
function peerOf(error: unknown): string | undefined {
  if (!(error instanceof FetchError)) return undefined;
  return /, reason: (?:connect|getaddrinfo) [A-Z_]+ ([\w.:-]{1,253})(?: |$)/.exec(
    error.message,
  )?.[1];
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(value);
}
