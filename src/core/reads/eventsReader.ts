import { isObject, objectOf } from "../base/json";
import { failure, success } from "../base/result";
import { readLicense, type AccessReply, type Unanswered } from "../diagnosis/accessReport";
import type { BotFacts, EventsFacts, Membership } from "../diagnosis/eventsReport";
import { decodeDialog } from "../dialog/decodeDialog";
import type { DialogRef } from "../dialog/dialogId";
import type { DialogKindWord } from "../dialog/dialogKind";
import { toNumber } from "../dialog/fieldValue";
import { decodeBot } from "../dialog/person";
import type { Exchange, PortalAnswer, PortalCaller, PortalResult } from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import type { PortalRecord } from "../portal/portalRecord";
import { readScopes } from "../portal/webhookAccess";
import type { BotTokenSource } from "../portal/webhookSource";
import { askTogether } from "./askTogether";
import { describeBot, type ActingBot } from "./botCheck";
import { waitingEvents } from "./waitingEvents";

/** Whose events are asked about. A chat is named by its number: other ids may change the portal when they are read. */
export interface EventsSubject {
  readonly botId: number;
  readonly chat: Extract<DialogRef, { form: "chat" }> | undefined;
}

export interface EventsReading {
  readonly facts: EventsFacts;
  /** How all of it was asked, in this order. */
  readonly exchanges: readonly Exchange[];
}

/** Asks a portal how a bot gets its events, and which wait. It only reads: no event is confirmed. */
export class EventsReader {
  constructor(
    private readonly client: PortalCaller,
    private readonly secrets: BotTokenSource,
  ) {}

  async read(
    portal: PortalRecord,
    { botId, chat }: EventsSubject,
    signal: AbortSignal,
  ): Promise<PortalResult<EventsReading>> {
    const webhook = await this.secrets.webhookFor(portal.id, signal);
    if (!webhook.ok) return webhook;
    const asked = await askTogether(
      this.client,
      webhook.value,
      {
        scope: { method: "scope" },
        app: { method: "app.info" },
        revision: { method: "imbot.v2.Revision.get" },
        bots: { method: "imbot.bot.list" },
        ...(chat === undefined
          ? {}
          : { dialog: { method: "imbot.dialog.get", params: { DIALOG_ID: chat.dialogId } } }),
      },
      signal,
    );
    if (!asked.ok) return asked;
    const { reply, exchange } = asked.value;
    const kind = chat === undefined ? undefined : kindIn(reply("dialog"), chat.dialogId);
    const app = reply("app");
    const revisionReply = reply("revision");
    const scopes = scopesIn(reply("scope"), exchange);
    const known: EventsFacts = {
      botId,
      name: nameIn(reply("bots"), botId),
      scopes,
      license: app.ok ? readLicense(app.value) : undefined,
      revision: revisionIn(revisionReply),
      token: undefined,
      bot: undefined,
      backlog: undefined,
      dialog: chat && { dialogId: chat.dialogId, kind, membership: { kind: "notAsked" } },
      answeredAtMs: answeredAt(exchange),
    };
    const token = await this.secrets.botTokenFor(portal.id, botId, signal);
    if (!token.ok) {
      if (token.error.error.kind !== "botTokenNeeded") return token;
      return success({ facts: known, exchanges: [exchange] });
    }
    const acting = { webhook: webhook.value, botToken: token.value };
    const { isLongForToday } = acting.botToken;
    const described = await describeBot(this.client, acting, botId, signal);
    if (!described.ok) {
      const { error, exchange: refused } = described.error;
      if (error.kind !== "refused") return described;
      const facts = {
        ...known,
        token: { isLongForToday },
        bot: failure({ error, exchange: refused }),
      };
      return success({ facts, exchanges: [exchange, ...(refused === undefined ? [] : [refused])] });
    }
    const { name, isOwn } = described.value;
    if (isOwn) await this.secrets.keepProof(portal.id, { botId, name, isProven: true });
    const bot = botFacts(described.value.record, isOwn);
    // A method that came with revision 33 is no proof that the others are missing.
    const isOld = !revisionReply.ok && hasCode(revisionReply.error, "ERROR_METHOD_NOT_FOUND");
    const revision = isOld ? ("before33" as const) : known.revision;
    const facts = { ...known, name: name || known.name, revision, token: { isLongForToday } };
    const exchanges = [exchange, described.value.exchange];
    if (!isOwn) return success({ facts: { ...facts, bot: success(bot) }, exchanges });
    const [backlog, member] = await Promise.all([
      bot.eventMode === "webhook" ? undefined : waitingEvents(this.client, acting, botId, signal),
      chat && this.membership(acting, { botId, chat }, kind, signal),
    ]);
    if (signal.aborted) return failure({ error: { kind: "cancelled" }, exchange: undefined });
    return success({
      facts: {
        ...facts,
        bot: success(bot),
        ...backlogIn(backlog),
        dialog: known.dialog && member && { ...known.dialog, membership: member.membership },
        answeredAtMs:
          backlog?.ok === true ? answeredAt(backlog.value.exchange) : facts.answeredAtMs,
      },
      exchanges: [
        ...exchanges,
        ...[backlog?.ok === true ? backlog.value.exchange : backlog?.error.exchange].flatMap(
          (one) => one ?? [],
        ),
        ...(member?.exchange === undefined ? [] : [member.exchange]),
      ],
    });
  }

  /** The events that wait now; all else stays as it was. */
  async renew(
    reading: EventsReading,
    portal: PortalRecord,
    signal: AbortSignal,
  ): Promise<PortalResult<EventsReading>> {
    const { botId } = reading.facts;
    const webhook = await this.secrets.webhookFor(portal.id, signal);
    if (!webhook.ok) return webhook;
    const token = await this.secrets.botTokenFor(portal.id, botId, signal);
    if (!token.ok) return token;
    const acting = { webhook: webhook.value, botToken: token.value };
    const backlog = await waitingEvents(this.client, acting, botId, signal);
    if (!backlog.ok) return backlog;
    const { exchange } = backlog.value;
    const others = reading.exchanges.filter(({ method }) => method !== exchange.method);
    return success({
      facts: { ...reading.facts, ...backlogIn(backlog), answeredAtMs: answeredAt(exchange) },
      exchanges: [...others, exchange],
    });
  }

  /**
   * Asked with the bot's eyes, which tell a member from others, where that makes it none. What the owner cannot see
   * may be a chat that takes in who reads it.
   */
  private async membership(
    acting: ActingBot,
    { botId, chat }: { readonly botId: number; readonly chat: DialogRef & { form: "chat" } },
    kind: DialogKindWord | undefined,
    signal: AbortSignal,
  ): Promise<{ membership: Membership; exchange?: Exchange }> {
    if (kind === undefined || kind === "comment" || kind === "task")
      return { membership: { kind: "wouldJoin" } };
    const params = { botId, botToken: acting.botToken, dialogId: chat.dialogId };
    const answer = await this.client.call(acting.webhook, "imbot.v2.Chat.get", params, signal);
    return { membership: membershipIn(answer), ...exchangeIn(answer) };
  }
}

function membershipIn(answer: PortalResult<PortalAnswer>): Membership {
  if (!answer.ok) {
    const { error } = answer.error;
    if (error.kind === "cancelled") return { kind: "notAsked" };
    if (hasCode(error, "ACCESS_DENIED")) return { kind: "outside" };
    if (hasCode(error, "CHAT_NOT_FOUND")) return { kind: "noChat" };
    return { kind: "failed", error };
  }
  const { result } = answer.value;
  const chat = objectOf(objectOf(result)["chat"]);
  return { kind: chat["role"] === "guest" || chat["role"] === "none" ? "outside" : "member" };
}

function exchangeIn(answer: PortalResult<PortalAnswer>): { exchange?: Exchange } {
  const exchange = answer.ok ? answer.value.exchange : answer.error.exchange;
  return exchange === undefined ? {} : { exchange };
}

function backlogIn(
  backlog: Awaited<ReturnType<typeof waitingEvents>> | undefined,
): Pick<EventsFacts, "backlog"> {
  if (backlog === undefined) return { backlog: undefined };
  if (backlog.ok) return { backlog };
  const { error } = backlog.error;
  return { backlog: error.kind === "cancelled" ? undefined : failure(error) };
}

function kindIn(reply: AccessReply, dialogId: string): DialogKindWord | undefined {
  const dialog = reply.ok ? decodeDialog(reply.value, dialogId) : undefined;
  return dialog?.ok === true ? dialog.value.kind?.word : undefined;
}

function nameIn(reply: AccessReply, botId: number): string {
  const entries = reply.ok && isObject(reply.value) ? Object.values(reply.value) : [];
  return entries.map(decodeBot).find((bot) => bot?.botId === botId)?.name ?? "";
}

function scopesIn(reply: AccessReply, exchange: Exchange): EventsFacts["scopes"] {
  if (!reply.ok) return reply;
  const scopes = readScopes(reply.value);
  const { host, status = 200 } = exchange;
  return scopes === undefined
    ? failure<Unanswered>({ kind: "malformed", host, status, path: "result", found: "nothing" })
    : success(scopes);
}

function revisionIn(reply: AccessReply): number | undefined {
  return reply.ok && isObject(reply.value) ? toNumber(reply.value["rest"]) : undefined;
}

function botFacts(record: Readonly<Record<string, unknown>>, isOwn: boolean): BotFacts {
  const { type, eventMode } = record;
  const mode = typeof eventMode === "string" ? eventMode.toLowerCase() : "";
  return {
    type: typeof type === "string" ? type : "",
    isOwn,
    eventMode: mode === "fetch" || mode === "webhook" ? mode : undefined,
    chats: toNumber(record["countChat"]),
    users: toNumber(record["countUser"]),
  };
}

function answeredAt({ time, finishedAtMs }: Exchange): number {
  const told = Date.parse(time?.finishedAt ?? "");
  return Number.isNaN(told) ? finishedAtMs : told;
}
