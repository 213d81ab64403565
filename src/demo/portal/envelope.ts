import { encodePhpJson, type Json, type JsonObject } from "./json";
import type { Outcome, Refusal } from "./outcome";
import { portalDate } from "./portalTime";

export interface DemoReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "origin, content-type, accept",
};

export const restHeaders: Readonly<Record<string, string>> = {
  "Content-Type": "application/json; charset=utf-8",
  ...corsHeaders,
  "X-Content-Type-Options": "nosniff",
};

/** When a call began and how long it took; `operating` only where the limiter runs. */
export interface Timing {
  readonly startMs: number;
  readonly durationSeconds: number;
  readonly isStartFractional: boolean;
  readonly operating?: { readonly seconds: number; readonly resetAt: number };
}

/** The whole reply to one request. Failures carry no `time`. */
export function envelope(outcome: Outcome, timing: Timing): DemoReply {
  const headers = {
    ...restHeaders,
    ...(timing.operating === undefined ? {} : cloudHeaders(timing.durationSeconds)),
  };
  if (!outcome.ok) {
    return { status: outcome.status, headers, body: encodePhpJson(refusalBody(outcome)) };
  }
  const { result, total, next } = outcome;
  return {
    status: 200,
    headers,
    body: encodePhpJson({
      result,
      ...(next === undefined ? {} : { next }),
      ...(total === undefined ? {} : { total }),
      time: timeObject(timing),
    }),
  };
}

export function refusalBody(refusal: Refusal): JsonObject {
  return {
    error: refusal.code,
    ...(refusal.description === undefined ? {} : { error_description: refusal.description }),
    ...refusal.extra,
  };
}

export function timeObject(timing: Timing): JsonObject {
  const exactStart = timing.startMs / 1000;
  const start = timing.isStartFractional ? exactStart : Math.floor(exactStart);
  const finish = exactStart + timing.durationSeconds;
  return {
    start,
    finish: toMicroseconds(finish),
    duration: toMicroseconds(finish - start),
    processing: timing.isStartFractional ? toMicroseconds(timing.durationSeconds) : 0,
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

function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

function cloudHeaders(durationSeconds: number): Record<string, string> {
  return {
    "X-Bitrix-Rest-Time": durationSeconds.toFixed(10),
    "X-Bitrix-Rest-User-Time": (durationSeconds / 2).toFixed(10),
    "X-Bitrix-Rest-System-Time": (durationSeconds / 8).toFixed(10),
  };
}

export function preflightReply(): DemoReply {
  return { status: 200, headers: corsHeaders, body: "" };
}

/** REST v3 writes its errors apart; `im` and `imbot` are not in it. */
export function restV3Reply(): DemoReply {
  const error: Json = {
    code: "BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION",
    message: "Method not found",
  };
  return { status: 404, headers: restHeaders, body: encodePhpJson({ error }) };
}
