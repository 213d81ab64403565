import type { Json, JsonObject } from "../base/json";

/** What a method came to, before it is put into an envelope. */
export type Outcome = Answer | Refusal;

export interface Answer {
  readonly ok: true;
  readonly result: Json;
  /** Lifted to the top level of the reply, beside `result`. */
  readonly total?: number;
  readonly next?: number;
}

export interface Refusal {
  readonly ok: false;
  readonly status: number;
  /** A string, but for a few v2 errors that carry a number. */
  readonly code: string | number;
  /** Absent: the reply has no `error_description` at all. */
  readonly description?: string;
  /** Keys beside `error`, for example `argument`. */
  readonly extra?: JsonObject;
}

export function answer(result: Json, paging: { total?: number; next?: number } = {}): Answer {
  return { ok: true, result, ...paging };
}

export function refuse(status: number, code: string | number, description: string): Refusal {
  return { ok: false, status, code, description };
}
