import { refuse, type Refusal } from "../../../src/demo/portal/outcome";
import { sourceRefusals, type SystemRefusals } from "../../../src/demo/portal/systemRefusals";

/**
 * Two descriptions of the same portal: `source` is what its PHP code does, `docs` what its
 * documentation says. They disagree about statuses and about the code for a wrong secret.
 */
export type StatusProfile = "source" | "docs";

export interface WireRefusals extends SystemRefusals {
  readonly stopped: Refusal;
  readonly httpsRequired: Refusal;
  readonly overloaded: Refusal;
  readonly planWithoutRest: Refusal;
}

export const wrongTransport = refuse(500, "INTERNAL_WRONG_TRANSPORT", "Wrong transport!");
export const noAuthFound = refuse(401, "NO_AUTH_FOUND", "Wrong authorization data");
export const expiredToken = refuse(401, "expired_token", "The access token provided has expired");
export const tooManyRequests = refuse(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
export const operatingBan = refuse(
  429,
  "OPERATION_TIME_LIMIT",
  "Method is blocked due to operation time limit.",
);

const source: WireRefusals = {
  ...sourceRefusals,
  stopped: refuse(403, "PORTAL_DELETED", "Portal was deleted"),
  httpsRequired: refuse(401, "INVALID_REQUEST", "Https required."),
  overloaded: refuse(401, "OVERLOAD_LIMIT", "REST API is blocked due to overload."),
  planWithoutRest: refuse(401, "ACCESS_DENIED", "REST is available only by subscription."),
};

const docs: WireRefusals = {
  wrongSecret: noAuthFound,
  insufficientScope: { ...source.insufficientScope, status: 403 },
  stopped: { ...source.stopped, status: 500 },
  httpsRequired: { ...source.httpsRequired, status: 400 },
  overloaded: { ...source.overloaded, status: 503 },
  planWithoutRest: refuse(403, "ACCESS_DENIED", "REST API is available only on commercial plans"),
};

export function refusalsOf(profile: StatusProfile): WireRefusals {
  return profile === "docs" ? docs : source;
}
