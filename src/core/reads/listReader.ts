import type { DialogRef } from "../dialog/dialogId";
import { DialogReader, type DialogReading } from "./dialogReader";
import type { WebhookSource } from "../portal/webhookSource";
import { isObject } from "../base/json";
import { unexpected } from "../portal/misfit";
import type { CallParams, PortalAnswer, PortalCaller, PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { PlainMethod } from "../portal/readMethods";
import { readScopes } from "../portal/webhookAccess";
import { success } from "../base/result";
import { decodeFoundChat, decodeRecentItem, type DialogSummary } from "../dialog/dialogSummary";
import type { Page } from "../portal/page";
import { decodeBot, decodePerson, type Bot, type Person } from "../dialog/person";

/** The smallest text that portals search for (REST brief, browsing.md section 4). */
export const shortestSearch = 2;

/** Reads the lists of a portal: chats, bots, members. All of them only read. */
export class ListReader {
  private readonly dialogs: DialogReader;

  constructor(
    private readonly caller: PortalCaller,
    private readonly webhooks: WebhookSource,
    private readonly noteBots?: (portal: PortalRecord, bots: readonly Bot[]) => void,
  ) {
    this.dialogs = new DialogReader(caller, webhooks);
  }

  /** The owner's recent dialogs, newest first. @see REST brief, browsing.md section 3 */
  async recent(
    portal: PortalRecord,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<DialogSummary>>> {
    const params = { OFFSET: offset, LIMIT: limit };
    const answer = await this.call(portal, "im.recent.list", params, signal);
    if (!answer.ok) return answer;
    const { result, next } = answer.value;
    const list = isObject(result) ? result["items"] : result;
    if (!Array.isArray(list)) return unexpected(answer.value.exchange, "result.items", list);
    const hasMore =
      next !== undefined ||
      (isObject(result) && (result["hasMorePages"] === true || result["hasMore"] === true));
    const items = decodeAll(answer.value, "result.items", list, decodeRecentItem);
    if (!items.ok) return items;
    return success({ items: items.value, nextOffset: hasMore ? offset + limit : undefined });
  }

  /** Chats whose title has the text; only those that the owner may read. */
  async search(
    portal: PortalRecord,
    text: string,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<DialogSummary>>> {
    const params = { FIND: text, OFFSET: offset, LIMIT: limit };
    const answer = await this.call(portal, "im.search.chat.list", params, signal);
    if (!answer.ok) return answer;
    const { result, next } = answer.value;
    if (!Array.isArray(result)) return unexpected(answer.value.exchange, "result", result);
    const items = decodeAll(answer.value, "result", result, decodeFoundChat);
    return items.ok ? success({ items: items.value, nextOffset: next }) : items;
  }

  /** The members of a dialog. @see REST brief, browsing.md section 5 */
  async members(
    portal: PortalRecord,
    dialogId: string,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<Person>>> {
    const params = { DIALOG_ID: dialogId, OFFSET: offset, LIMIT: limit };
    const answer = await this.call(portal, "im.dialog.users.list", params, signal);
    if (!answer.ok) return answer;
    const { result, next, total = -1 } = answer.value;
    const entries = entriesOf(result);
    // A list may be empty, a map may not: portals write an empty one as `[]`.
    if (!Array.isArray(entries) || (entries.length === 0 && isObject(result))) {
      return unexpected(answer.value.exchange, "result", result);
    }
    const items = decodeAll(answer.value, "result", entries, decodePerson);
    if (!items.ok) return items;
    const counted = total < 0 ? undefined : total;
    return success({ items: items.value, nextOffset: next, total: counted });
  }

  /**
   * Users by their ids: a map by id, a list, `[]` for nobody. Those that the owner may not see are left out,
   * those that do not exist are null or left out.
   * @see REST brief, browsing.md section 6
   */
  async people(
    portal: PortalRecord,
    userIds: readonly number[],
    signal: AbortSignal,
  ): Promise<PortalResult<readonly Person[]>> {
    const answer = await this.call(portal, "im.user.list.get", { ID: userIds }, signal);
    if (!answer.ok) return answer;
    const { result } = answer.value;
    const entries = entriesOf(result);
    if (!Array.isArray(entries)) return unexpected(answer.value.exchange, "result", result);
    const known = entries.filter((entry) => entry !== null);
    return decodeAll(answer.value, "result", known, decodePerson);
  }

  /**
   * All bots of the portal, whoever registered them: a map by id, `[]` when there is none.
   * @see REST brief, browsing.md section 2
   */
  async bots(portal: PortalRecord, signal: AbortSignal): Promise<PortalResult<Page<Bot>>> {
    const answer = await this.call(portal, "imbot.bot.list", {}, signal);
    if (!answer.ok) return answer;
    const { result } = answer.value;
    const entries = entriesOf(result);
    if (!Array.isArray(entries)) return unexpected(answer.value.exchange, "result", result);
    const items = decodeAll(answer.value, "result", entries, decodeBot);
    if (!items.ok) return items;
    this.noteBots?.(portal, items.value);
    return success({ items: items.value, nextOffset: undefined });
  }

  /** The record of a dialog, for its facts. The caller knows that reading it changes nothing. */
  async dialog(
    portal: PortalRecord,
    ref: DialogRef,
    signal: AbortSignal,
  ): Promise<PortalResult<DialogReading>> {
    return this.dialogs.read(portal, ref, signal);
  }

  async person(
    portal: PortalRecord,
    userId: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Person>> {
    const answer = await this.call(portal, "im.user.get", { ID: userId }, signal);
    if (!answer.ok) return answer;
    const person = decodePerson(answer.value.result);
    if (person === undefined)
      return unexpected(answer.value.exchange, "result", answer.value.result);
    return success(person);
  }

  /** What the webhook is granted now. */
  async scopes(
    portal: PortalRecord,
    signal: AbortSignal,
  ): Promise<PortalResult<readonly string[]>> {
    const answer = await this.call(portal, "scope", {}, signal);
    if (!answer.ok) return answer;
    const { result } = answer.value;
    const scopes = readScopes(result);
    return scopes === undefined
      ? unexpected(answer.value.exchange, "result", result)
      : success(scopes);
  }

  private async call(
    portal: PortalRecord,
    method: PlainMethod,
    params: CallParams,
    signal: AbortSignal,
  ): Promise<PortalResult<PortalAnswer>> {
    const webhook = await this.webhooks.webhookFor(portal.id, signal);
    return webhook.ok ? this.caller.call(webhook.value, method, params, signal) : webhook;
  }
}

/** Portals write a list of users or bots as one, or as a map by id. */
function entriesOf(result: unknown): unknown {
  return isObject(result) ? Object.values(result) : result;
}

/**
 * Items without an id cannot be looked up: a list goes on without them. When none of them can be read, that is
 * no empty list.
 */
function decodeAll<T>(
  answer: PortalAnswer,
  path: string,
  wire: readonly unknown[],
  decode: (item: unknown) => T | undefined,
): PortalResult<readonly T[]> {
  const items = wire.map(decode).filter((item): item is T & {} => item !== undefined);
  if (items.length > 0 || wire.length === 0) return success(items);
  return unexpected(answer.exchange, `${path}.0`, wire[0]);
}
