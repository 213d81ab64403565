import { refuse, type Refusal } from "./outcome";

export const methodNotFound = refuse(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
export const nestedBatch = refuse(
  405,
  "ERROR_BATCH_METHOD_NOT_ALLOWED",
  "Method is not allowed for batch usage",
);
export const batchTooLong = refuse(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");

/** Refusals of which the portal's source and its documentation say different things. */
export interface SystemRefusals {
  readonly wrongSecret: Refusal;
  readonly insufficientScope: Refusal;
}

/** What the portal's source does. */
export const sourceRefusals: SystemRefusals = {
  wrongSecret: refuse(401, "INVALID_CREDENTIALS", "Invalid request credentials"),
  insufficientScope: refuse(
    401,
    "insufficient_scope",
    "The request requires higher privileges than provided by the webhook token",
  ),
};
