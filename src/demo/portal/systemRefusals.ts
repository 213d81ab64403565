import { refuse, type Refusal } from "./outcome";

/**
 * Two descriptions of the same portal: `source` is what its PHP code does, `docs` what its
 * documentation says. They disagree about statuses and about the code for a wrong secret.
 */
export type StatusProfile = "source" | "docs";

export const methodNotFound = refuse(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
export const wrongTransport = refuse(500, "INTERNAL_WRONG_TRANSPORT", "Wrong transport!");
export const noAuthFound = refuse(401, "NO_AUTH_FOUND", "Wrong authorization data");
export const expiredToken = refuse(401, "expired_token", "The access token provided has expired");
export const tooManyRequests = refuse(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
export const operatingBan = refuse(
  429,
  "OPERATION_TIME_LIMIT",
  "Method is blocked due to operation time limit.",
);
export const nestedBatch = refuse(
  405,
  "ERROR_BATCH_METHOD_NOT_ALLOWED",
  "Method is not allowed for batch usage",
);
export const batchTooLong = refuse(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");

export function portalStopped(profile: StatusProfile): Refusal {
  return refuse(profile === "docs" ? 500 : 403, "PORTAL_DELETED", "Portal was deleted");
}

export function httpsRequired(profile: StatusProfile): Refusal {
  return refuse(profile === "docs" ? 400 : 401, "INVALID_REQUEST", "Https required.");
}

export function wrongSecret(profile: StatusProfile): Refusal {
  return profile === "docs"
    ? noAuthFound
    : refuse(401, "INVALID_CREDENTIALS", "Invalid request credentials");
}

export function insufficientScope(profile: StatusProfile): Refusal {
  return refuse(
    profile === "docs" ? 403 : 401,
    "insufficient_scope",
    "The request requires higher privileges than provided by the webhook token",
  );
}

export function overloaded(profile: StatusProfile): Refusal {
  return refuse(
    profile === "docs" ? 503 : 401,
    "OVERLOAD_LIMIT",
    "REST API is blocked due to overload.",
  );
}

export function planWithoutRest(profile: StatusProfile): Refusal {
  return profile === "docs"
    ? refuse(403, "ACCESS_DENIED", "REST API is available only on commercial plans")
    : refuse(401, "ACCESS_DENIED", "REST is available only by subscription.");
}
