import type { JsonObject } from "../base/json";
import type { Answer, Refusal } from "./outcome";
import { portalDate } from "../base/portalTime";

/** When a call began and how long it took; `operating` only where the limiter runs. */
export interface Timing {
  readonly startMs: number;
  readonly durationSeconds: number;
  readonly operating?: { readonly seconds: number; readonly resetAt: number } | undefined;
}

/** The body of a success. */
export function answerBody({ result, total, next }: Answer, time: JsonObject): JsonObject {
  return {
    result,
    ...(next === undefined ? {} : { next }),
    ...(total === undefined ? {} : { total }),
    time,
  };
}

/** The body of a failure, which carries no `time`. */
export function refusalBody(refusal: Refusal): JsonObject {
  return {
    error: refusal.code,
    ...(refusal.description === undefined ? {} : { error_description: refusal.description }),
    ...refusal.extra,
  };
}

/** The `time` of a reply: today's portals start it at a whole second. */
export function timeObject(timing: Timing): JsonObject {
  const exactStart = timing.startMs / 1000;
  const start = Math.floor(exactStart);
  const finish = exactStart + timing.durationSeconds;
  return {
    start,
    finish: toMicroseconds(finish),
    duration: toMicroseconds(finish - start),
    processing: 0,
    date_start: portalDate(timing.startMs),
    date_finish: portalDate(finish * 1000),
    ...(timing.operating === undefined
      ? {}
      : {
          operating_reset_at: timing.operating.resetAt,
          operating: toMicroseconds(timing.operating.seconds),
        }),
  };
}

export function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
