import { failure, type Result } from "../base/result";
import type { ServerTime } from "./envelope";
import type { OperatingTime } from "./operatingTime";
import type { ShownParams } from "./shownParams";
import type { PortalError } from "./portalError";
import type { BotToken } from "./botToken";
import type { NarrowMethod, ReadMethod } from "./readMethods";
import type { Webhook } from "./webhook";

/** How an answer, good or bad, was got. The secret is in none of it. */
export interface Exchange {
  readonly method: ReadMethod;
  /** As they were sent, with a place where a bot's token stood. */
  readonly params: ShownParams;
  readonly host: string;
  /** Absent: nothing was answered. */
  readonly status: number | undefined;
  /** Of the last request; waiting for a turn and earlier attempts do not count. */
  readonly durationMs: number;
  /** When the call ended, milliseconds since 1970. */
  readonly finishedAtMs: number;
  readonly time: ServerTime | undefined;
  /** The reply as it came, the secret removed; absent when none came, and inside a batch. */
  readonly body: string | undefined;
}

/** A reply as it came, and what was called. */
export interface RawReply {
  readonly method: string;
  readonly body: string;
}

export interface PortalAnswer {
  /** As it came, unchecked. */
  readonly result: unknown;
  /** Of lists: where the next page starts, absent on the last one. */
  readonly next: number | undefined;
  /** Of lists: how many there are; -1 when the portal did not count. */
  readonly total: number | undefined;
  readonly exchange: Exchange;
}

export interface PortalFailure {
  readonly error: PortalError;
  /** Absent: nothing was sent. */
  readonly exchange: Exchange | undefined;
}

/** What a portal gave, or why it gave nothing. */
export type PortalResult<T> = Result<T, PortalFailure>;

/** A line of the log: no address, no other parameter, no text of a chat. */
export interface CallNote {
  readonly method: ReadMethod;
  /** Which dialog was asked for, where it was one. */
  readonly dialogId?: string;
  readonly host: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** `ok`, the kind of the failure, or the portal's code. */
  readonly outcome: string;
}

/** By their documented names. A `BotToken` is sent as its text, and printed nowhere else. */
export type CallParams = Readonly<Record<string, unknown>>;

/** What the methods may be given that would write with more: no other parameter compiles. */
interface NarrowParams extends Readonly<Record<NarrowMethod, object>> {
  readonly "imbot.v2.Event.get": {
    readonly botId: number;
    readonly botToken: BotToken;
    readonly limit: number;
    readonly offset?: never;
    readonly withUserEvents?: never;
  };
}

/** Of a method that is not known yet, only what every one may be given. */
export type ParamsOf<Method extends ReadMethod> = [Extract<Method, NarrowMethod>] extends [never]
  ? CallParams
  : NarrowParams[Extract<Method, NarrowMethod>];

/** Whether somebody waits for an answer, or the product reads it of its own accord. */
export type Urgency = "asked" | "background";

/** Calls read-only methods of a portal, one way or another. */
export interface PortalCaller {
  /**
   * One call.
   * @param params by their documented names
   * @param urgency absent: somebody waits for it
   * @returns the answer, or why there is none
   */
  call<Method extends ReadMethod>(
    webhook: Webhook,
    method: Method,
    params: ParamsOf<Method>,
    signal: AbortSignal,
    urgency?: Urgency,
  ): Promise<PortalResult<PortalAnswer>>;
}

/**
 * The same calls, behind those that somebody waits for; those that would have the portal block the method are not
 * made at all.
 */
export function inBackground(caller: PortalCaller, operating: OperatingTime): PortalCaller {
  return {
    call: async (webhook, method, params, signal) => {
      const used = operating.usedUp(webhook, method);
      if (used === undefined) return caller.call(webhook, method, params, signal, "background");
      const error = { kind: "heldBack", host: webhook.host, method, ...used } as const;
      return failure({ error, exchange: undefined });
    },
  };
}
