import assert from "node:assert/strict";
import { storedSecrets } from "../../unit/support/webhookSources";
import { inspect } from "node:util";
import { AccessReader, type AccessReading } from "../../../src/core/reads/accessReader";
import { EventsReader, type EventsReading } from "../../../src/core/reads/eventsReader";
import { BotReader } from "../../../src/core/reads/botReader";
import { parseExactDialogId, type DialogRef } from "../../../src/core/dialog/dialogId";
import {
  MessageReader,
  type MessageReading,
  type MessageSource,
} from "../../../src/core/reads/messageReader";
import { DialogReader, type DialogReading } from "../../../src/core/reads/dialogReader";
import { checkBot } from "../../../src/core/reads/botCheck";
import { BotToken } from "../../../src/core/portal/botToken";
import type {
  CallNote,
  ParamsOf,
  PortalAnswer,
  PortalFailure,
} from "../../../src/core/portal/portalCaller";
import { PortalClient } from "../../../src/core/portal/portalClient";
import type { PortalRecord, StoredBot } from "../../../src/core/portal/portalRecord";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import type { ReadMethod } from "../../../src/core/portal/readMethods";
import type { Clock } from "../../../src/core/portal/transport";
import type { Webhook } from "../../../src/core/portal/webhook";
import { parsePastedWebhook } from "../../../src/core/portal/pastedWebhook";
import type { WebhookAccess } from "../../../src/core/portal/webhookAccess";
import { checkWebhook } from "../../../src/core/reads/webhookCheck";
import type { Result } from "../../../src/core/base/result";
import { NodeFetchTransport } from "../../../src/platform/node/nodeFetchTransport";

export const userAgent = "bitrix24-dialog-inspector/0.0.0-test";

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

export interface ReadOptions extends CallOptions {
  /** What the portal's record says of the webhook's grants; absent: never checked. */
  readonly scopes?: readonly string[];
}

export interface BotReadOptions extends CallOptions {
  /** What the portal's record says of its bots. */
  readonly bots?: readonly StoredBot[];
}

export interface MessageOptions extends ReadOptions {
  readonly olderThan?: number;
  /** Of the bot that reads. */
  readonly token?: string;
  readonly bots?: readonly StoredBot[];
}

/**
 * The client, the reader and the transport as the extension puts them together, on one webhook. After
 * each call everything that came out of it is searched for the secret.
 */
export class PortalBench {
  readonly notes: CallNote[] = [];
  /** How long the client wanted to wait between attempts; nobody really waits. */
  readonly waits: number[] = [];
  /** What the portal's record was told of owner and grants. */
  readonly learned: { readonly userId?: string; readonly scopes?: readonly string[] }[] = [];
  /** Bots whose token was proven later than it was stored. */
  readonly proven: StoredBot[] = [];
  readonly webhook: Webhook;
  private readonly secret: string;

  /** @param botTokens stored with the portal */
  constructor(address: string, ...botTokens: readonly string[]) {
    const parsed = parsePastedWebhook(address);
    assert.ok(parsed.ok, "the address is no webhook");
    this.webhook = parsed.value.webhook.withBotTokens(
      botTokens.flatMap((token) => BotToken.parse(token) ?? []),
    );
    this.secret = /([^/]+)\/$/.exec(this.webhook.toStored())?.[1] ?? "";
    assert.ok(this.secret.length > 10, "a secret that can be told from other text is needed");
  }

  async call<Method extends ReadMethod>(
    method: Method,
    params: ParamsOf<Method>,
    { signal = new AbortController().signal, timeoutMs }: CallOptions = {},
  ): Promise<Result<PortalAnswer, PortalFailure>> {
    const outcome = await this.client(timeoutMs).call(this.webhook, method, params, signal);
    return this.withoutSecret(outcome);
  }

  async read(
    dialogId: string,
    { scopes, signal = new AbortController().signal, timeoutMs }: ReadOptions = {},
  ): Promise<Result<DialogReading, PortalFailure>> {
    const reader = new DialogReader(this.client(timeoutMs), storedSecrets(this.webhook));
    const outcome = await reader.read(this.record(scopes), refOf(dialogId), signal);
    return this.withoutSecret(outcome);
  }

  async readAsBot(
    dialogId: string,
    botId: number,
    token: string,
    { signal = new AbortController().signal, timeoutMs, bots }: BotReadOptions = {},
  ): Promise<Result<DialogReading, PortalFailure>> {
    const reader = new BotReader(this.client(timeoutMs), {
      ...storedSecrets(this.webhook, BotToken.parse(token)),
      keepProof: (_id, bot) => {
        this.proven.push(bot);
        return Promise.resolve();
      },
    });
    const portal = { ...this.record(), bots };
    const outcome = await reader.read(portal, refOf(dialogId), botId, signal);
    return this.withoutSecret(outcome);
  }

  async messages(
    source: MessageSource,
    { scopes, signal = new AbortController().signal, timeoutMs, ...options }: MessageOptions = {},
  ): Promise<Result<MessageReading, PortalFailure>> {
    const { olderThan, token, bots } = options;
    const secrets = storedSecrets(this.webhook, BotToken.parse(token ?? ""));
    const reader = new MessageReader(this.client(timeoutMs), secrets);
    const portal = { ...this.record(scopes), bots };
    return this.withoutSecret(await reader.read(portal, source, olderThan, signal));
  }

  async checkBot(botId: number, text: string): Promise<Result<StoredBot, PortalFailure>> {
    const token = BotToken.parse(text);
    assert.ok(token !== undefined);
    const { signal } = new AbortController();
    return this.withoutSecret(await checkBot(this.client(), this.webhook, botId, token, signal));
  }

  /** @param token of the bot; absent: none is stored */
  async events(
    botId: number,
    token?: string,
    dialogId?: string,
    renewed?: EventsReading,
  ): Promise<Result<EventsReading, PortalFailure>> {
    const stored = token === undefined ? undefined : BotToken.parse(token);
    const reader = new EventsReader(this.client(), storedSecrets(this.webhook, stored));
    const ref = dialogId === undefined ? undefined : refOf(dialogId);
    const chat = ref?.form === "chat" ? ref : undefined;
    const { signal } = new AbortController();
    const outcome =
      renewed === undefined
        ? reader.read(this.record(), { botId, chat }, signal)
        : reader.renew(renewed, this.record(), signal);
    return this.withoutSecret(await outcome);
  }

  async check(options: CallOptions = {}): Promise<Result<WebhookAccess, PortalFailure>> {
    const { signal = new AbortController().signal, timeoutMs } = options;
    return this.withoutSecret(await checkWebhook(this.client(timeoutMs), this.webhook, signal));
  }

  async access(options: ReadOptions = {}): Promise<Result<AccessReading, PortalFailure>> {
    const { scopes, signal = new AbortController().signal, timeoutMs } = options;
    const reader = new AccessReader(this.client(timeoutMs), {
      ...storedSecrets(this.webhook),
      keepAccess: (_id, _webhook, learned) => {
        this.learned.push(learned);
        return Promise.resolve();
      },
    });
    return this.withoutSecret(await reader.read(this.record(scopes), signal));
  }

  private record(scopes?: readonly string[]): PortalRecord {
    const { origin, userId } = this.webhook;
    return { id: "bench", name: "Bench", origin, userId, scopes, readsWithoutAsking: false };
  }

  private client(timeoutMs = 5_000): PortalClient {
    let skippedMs = 0;
    const clock: Clock = {
      nowMs: () => Date.now(),
      steadyMs: () => performance.now() + skippedMs,
      wait: (ms, signal) => {
        this.waits.push(ms);
        skippedMs += ms;
        return Promise.resolve(!signal.aborted);
      },
    };
    return new PortalClient({
      transport: new NodeFetchTransport(userAgent),
      clock,
      limiter: new RateLimiter(clock, { capacity: 1_000, leakPerSecond: 1_000 }),
      timeoutMs: () => timeoutMs,
      note: (note) => this.notes.push(note),
    });
  }

  private withoutSecret<T>(outcome: T): T {
    const all = { depth: 20, maxArrayLength: null, maxStringLength: null, showHidden: true };
    const seen = inspect([outcome, this.notes], all) + JSON.stringify([outcome, this.notes]);
    assert.ok(!seen.includes(this.secret), "the secret came out of a call");
    return outcome;
  }
}

function refOf(dialogId: string): DialogRef {
  const ref = parseExactDialogId(dialogId);
  assert.ok(ref !== undefined, `${dialogId} is no DIALOG_ID`);
  return ref;
}

/** The answer of a call that has to succeed. */
export function valueOf<T>(outcome: Result<T, PortalFailure>): T {
  assert.ok(outcome.ok, outcome.ok ? "" : inspect(outcome.error, { maxStringLength: 300 }));
  return outcome.value;
}

/** The failure of a call that has to fail. */
export function failureOf(outcome: Result<unknown, PortalFailure>): PortalFailure {
  assert.ok(!outcome.ok, "a failure was expected");
  return outcome.error;
}
