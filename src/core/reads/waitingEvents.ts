import { success } from "../base/result";
import { isObject } from "../base/json";
import { decodeWaitingEvent, type WaitingEvent } from "../dialog/events/waitingEvent";
import { unexpected } from "../portal/misfit";
import type { Exchange, PortalCaller, PortalResult } from "../portal/portalCaller";
import type { ActingBot } from "./botCheck";

export interface WaitingEvents {
  /** The oldest first, at most `mostEvents`. */
  readonly events: readonly WaitingEvent[];
  /** More wait: nobody but the bot itself can get at those, for that takes an `offset`. */
  readonly hasMore: boolean;
  readonly exchange: Exchange;
}

/** The longest page that portals give. */
const mostEvents = 1_000;

/**
 * The events that wait for a bot in fetch mode, as they lie there: without an `offset` the portal deletes none. A bot
 * that the portal calls has none.
 * @see REST brief, events.md section 4
 */
export async function waitingEvents(
  caller: PortalCaller,
  { webhook, botToken }: ActingBot,
  botId: number,
  signal: AbortSignal,
): Promise<PortalResult<WaitingEvents>> {
  const params = { botId, botToken, limit: mostEvents };
  const answer = await caller.call(webhook, "imbot.v2.Event.get", params, signal);
  if (!answer.ok) return answer;
  const { result, exchange } = answer.value;
  if (!isObject(result)) return unexpected(exchange, "result", result);
  const { events: list } = result;
  if (!Array.isArray(list)) return unexpected(exchange, "result.events", list);
  const events = list.map(decodeWaitingEvent).filter((event) => event !== undefined);
  if (events.length === 0 && list.length > 0)
    return unexpected(exchange, "result.events.0", list[0]);
  return success({ events, hasMore: result["hasMore"] === true, exchange });
}
