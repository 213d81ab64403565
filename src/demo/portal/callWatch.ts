import type { Timing } from "./envelope";
import type { Json, JsonObject } from "../base/json";
import type { Outcome, Refusal } from "./outcome";

/** A call as it is asked for, before any check. */
export interface NamedCall {
  /** As sent, without a suffix. */
  readonly method: string;
  readonly parameters: JsonObject;
}

/** What earlier items of a batch left for later ones. */
export interface EarlierItems {
  readonly result: JsonObject;
  readonly error: JsonObject;
  readonly total: JsonObject;
  readonly next: JsonObject;
  readonly time: JsonObject;
}

/**
 * What a test does to one call on its way through the portal and hears of it; each part takes effect
 * at its own step of the portal's order. The built-in demo leaves all of it out.
 */
export interface CallWatch {
  /** Given in place of looking at the secret. */
  readonly rejection?: Refusal | undefined;
  readonly lostScopes?: readonly string[] | undefined;
  /** Given in place of asking the method. */
  readonly refusal?: Refusal | undefined;
  readonly reshape?: ((result: Json) => Json) | undefined;
  /** How long the portal pretends to work on it. Default 0.004. */
  readonly durationSeconds?: number | undefined;
  /** The call has passed every check, so it is charged. */
  readonly charge?: () => void;
  readonly operating?: () => Timing["operating"];
  /** How an item of a batch is watched. */
  readonly item?: (item: NamedCall) => CallWatch;
  /** What an item asks for once references to earlier ones are filled in. */
  readonly fillIn?: (parameters: JsonObject, earlier: EarlierItems) => JsonObject;
  /** Heard of items only: a call of its own is answered to who asked. */
  readonly finished?: (outcome: Outcome) => void;
}
