import type { Json, JsonObject } from "../../../src/demo/base/json";
import type { Refusal } from "../../../src/demo/portal/outcome";

/** What a test makes go wrong inside the portal; each takes effect at its own step of the order. */
export interface Disturbance {
  readonly isStopped?: boolean;
  readonly isSecretRejected?: boolean;
  readonly lostScopes?: readonly string[];
  readonly isOverloaded?: boolean;
  readonly hasPlanWithoutRest?: boolean;
  readonly isBanned?: boolean;
  /** Given instead of asking the method. */
  readonly refusal?: Refusal;
  /** What becomes of the method's result. */
  readonly reshape?: (result: Json) => Json;
}

/** Asked once for each call, items of a batch included. */
export type Disturb = (call: DisturbedCall) => Disturbance;

export interface DisturbedCall {
  /** Lower-case, without a suffix. */
  readonly method: string;
  readonly parameters: JsonObject;
  readonly secret: string;
  readonly isBatchItem: boolean;
}
