import { isObject } from "../base/json";
import { success } from "../base/result";
import type { AccessReply } from "../diagnosis/accessReport";
import { readBatchItem } from "../portal/batchReply";
import { unexpected } from "../portal/misfit";
import type { CallParams, Exchange, PortalCaller, PortalResult } from "../portal/portalCaller";
import { queryString } from "../portal/queryString";
import type { PlainMethod } from "../portal/readMethods";
import type { Webhook } from "../portal/webhook";

export interface Question {
  readonly method: PlainMethod;
  readonly params?: CallParams;
}

export interface Replies<Key extends string> {
  /** Each stands for itself. */
  readonly reply: (key: Key) => AccessReply;
  /** How it was asked, with the whole reply. */
  readonly exchange: Exchange;
}

/**
 * Asks several things in one request whose reply is kept whole.
 * @param questions by key of the batch; a letter in front keeps PHP from turning the map into a list
 */
export async function askTogether<Key extends string>(
  client: PortalCaller,
  webhook: Webhook,
  questions: Readonly<Partial<Record<Key, Question>>>,
  signal: AbortSignal,
): Promise<PortalResult<Replies<Key>>> {
  const cmd = Object.fromEntries(
    (Object.entries(questions) as [string, Question][]).map(([key, { method, params = {} }]) => [
      key,
      `${method}?${queryString(params)}`,
    ]),
  );
  const answer = await client.call(webhook, "batch", { halt: 0, cmd }, signal);
  if (!answer.ok) return answer;
  const { result, exchange } = answer.value;
  if (!isObject(result)) return unexpected(exchange, "result", result);
  if (!hasItems(result)) return unexpected(exchange, "result.result", result["result"]);
  const answered = { host: exchange.host, status: exchange.status ?? 200 };
  return success({
    exchange,
    reply: (key) => {
      const item = readBatchItem(result, key, answered);
      return item.ok ? success(item.value.result) : item;
    },
  });
}

/** A reply without a word on any of the calls is none, whatever its shape. */
function hasItems(batch: Readonly<Record<string, unknown>>): boolean {
  return [batch["result"], batch["result_error"]].some(
    (map) => isObject(map) && Object.keys(map).length > 0,
  );
}
