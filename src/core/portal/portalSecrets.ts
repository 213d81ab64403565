import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import { Emitter, type Disposable, type Event } from "../base/lifecycle";
import { failure, success, type Result } from "../base/result";
import { BotToken } from "./botToken";
import type { PortalRecord } from "./portalRecord";
import { succeeds } from "./stateStore";
import { Webhook } from "./webhook";

/** The one place for secrets. `get` answers `undefined` for a secret that is not there. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Also fires for changes made in another window. */
  readonly onDidChange: Event<string>;
}

/** What a keyring refused. That a secret cannot be read does not mean that there is none. */
export type KeyringProblem = "keyringUnreadable" | "keyringUnwritable";

/** Why something was not stored. Nothing was changed then. */
export type StoreProblem =
  | KeyringProblem
  /** VS Code did not store it. */
  | "stateUnwritable"
  /** The portal was removed meanwhile: a secret without a portal would stay for ever. */
  | "portalGone";

/** What a portal left that was removed. */
export interface Removal {
  /** What stays of them is tried again when VS Code starts. */
  readonly areSecretsGone: boolean;
}

/** `undefined`: none is stored, or it is damaged. */
export type StoredSecret<T> = Result<T | undefined, KeyringProblem>;

const prefix = "portal.";

/** Under which a portal's webhook is kept. */
export function webhookKey(portalId: string): string {
  return prefix + portalId;
}

/** Under which a bot's token is kept: each by itself, so that two that are stored at once do not meet. */
function tokenKey(portalId: string, botId: number): string {
  return `${prefix}${portalId}.bot.${botId}`;
}

export type SecretOwner = Pick<PortalRecord, "id" | "bots">;

/** Of all that a portal keeps here, the webhook's first. */
export function secretKeysOf({ id, bots = [] }: SecretOwner): readonly string[] {
  return [webhookKey(id), ...bots.map(({ botId }) => tokenKey(id, botId))];
}

/** The portal that a key belongs to. Ids have no dots. */
function portalOf(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length).split(".", 1)[0] : undefined;
}

/** Older versions kept the tokens of a portal's bots beside its webhook. */
const webhookEntry = v.looseObject({
  webhook: v.fallback(v.string(), ""),
  bots: v.fallback(v.array(v.unknown()), []),
});
const olderToken = v.object({ botId: v.number(), botToken: v.string() });
const tokenEntry = v.looseObject({ botToken: v.string() });

type WebhookEntry = v.InferOutput<typeof webhookEntry>;

/** Webhooks and bot tokens by portal. The text of a keyring's error is never kept: it may quote what it tried to read. */
export class PortalSecrets implements Disposable {
  private readonly changed = new Emitter<string>();
  /** The id of a portal whose secrets are others now. */
  readonly onDidChange = this.changed.event;
  private readonly watch: Disposable;
  /** Reads of one turn of the event loop must not be spread over many by as many keyring look-ups. */
  private readonly known = new Map<string, Promise<StoredSecret<unknown>>>();

  constructor(private readonly store: SecretStore) {
    this.watch = store.onDidChange((key) => {
      const portalId = portalOf(key);
      if (portalId === undefined) return;
      this.known.delete(key);
      this.changed.fire(portalId);
    });
  }

  /** @param botIds of the bots whose tokens are to be kept out of what is shown */
  async webhook(portalId: string, botIds: readonly number[]): Promise<StoredSecret<Webhook>> {
    const [entry, ...tokens] = await Promise.all([
      this.entry(portalId),
      ...botIds.map((botId) => this.token(portalId, botId)),
    ]);
    if (!entry.ok) return entry;
    const parsed = Webhook.ofAddress(entry.value?.webhook ?? "");
    if (!parsed.ok) return success(undefined);
    const readable = tokens.flatMap((token) => (token.ok ? (token.value ?? []) : []));
    return success(parsed.value.withBotTokens(readable));
  }

  async token(portalId: string, botId: number): Promise<StoredSecret<BotToken>> {
    const entry = await this.entry(portalId);
    if (!entry.ok) return entry;
    const older = olderTokenIn(entry.value, botId);
    if (older !== undefined) return success(older);
    const own = await this.read(tokenKey(portalId, botId), tokenEntry);
    if (!own.ok) return own;
    return success(own.value === undefined ? undefined : BotToken.parse(own.value.botToken));
  }

  /**
   * What else the entry holds stays, unless its tokens were given for another address.
   * @returns `keyringUnreadable`: nothing was written over what could not be read
   */
  async setWebhook(
    portalId: string,
    webhook: Webhook,
    { keepsTokens }: { readonly keepsTokens: boolean },
  ): Promise<Result<void, KeyringProblem>> {
    const entry = await this.entry(portalId);
    if (!entry.ok) return entry;
    const { bots = [], ...rest } = entry.value ?? {};
    const kept = keepsTokens && bots.length > 0 ? { bots } : {};
    return this.write(webhookKey(portalId), { ...rest, ...kept, webhook: webhook.toStored() });
  }

  async setToken(
    portalId: string,
    botId: number,
    token: BotToken,
  ): Promise<Result<void, KeyringProblem>> {
    const written = await this.write(tokenKey(portalId, botId), { botToken: token.toStored() });
    return written.ok ? this.deleteOlderToken(portalId, botId) : written;
  }

  /** Writes secrets of an owner, and what is said of them elsewhere: both, or neither when `keep` throws. */
  async together(
    owner: SecretOwner,
    write: () => Promise<Result<void, StoreProblem>>,
    keep: () => Promise<void>,
  ): Promise<Result<void, StoreProblem>> {
    const former = new Map<string, string | undefined>();
    for (const key of secretKeysOf(owner)) {
      const stored = await this.stored(key);
      if (!stored.ok) return stored;
      former.set(key, stored.value);
    }
    const written = await write();
    if (!written.ok || (await succeeds(keep))) return written;
    for (const [key, text] of former) {
      await (text === undefined ? this.delete(key) : this.writeText(key, text));
    }
    return failure("stateUnwritable");
  }

  /** Takes a token away, wherever it is kept. */
  async deleteToken(portalId: string, botId: number): Promise<Result<void, KeyringProblem>> {
    const older = await this.deleteOlderToken(portalId, botId);
    return older.ok ? this.delete(tokenKey(portalId, botId)) : older;
  }

  async delete(key: string): Promise<Result<void, KeyringProblem>> {
    this.known.delete(key);
    try {
      await this.store.delete(key);
      return success(undefined);
    } catch {
      return failure("keyringUnwritable");
    }
  }

  /** Another window may have changed what is stored, without an event here. */
  reread(): void {
    this.known.clear();
  }

  dispose(): void {
    this.watch.dispose();
    this.changed.dispose();
  }

  private async deleteOlderToken(
    portalId: string,
    botId: number,
  ): Promise<Result<void, KeyringProblem>> {
    const entry = await this.entry(portalId);
    if (!entry.ok) return entry;
    if (entry.value === undefined || olderTokenIn(entry.value, botId) === undefined) {
      return success(undefined);
    }
    const bots = entry.value.bots.filter((bot) => !isTokenOf(bot, botId));
    return this.write(webhookKey(portalId), { ...entry.value, bots });
  }

  private entry(portalId: string): Promise<StoredSecret<WebhookEntry>> {
    return this.read(webhookKey(portalId), webhookEntry);
  }

  private async read<T>(
    key: string,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<StoredSecret<T>> {
    const known = this.known.get(key) as Promise<StoredSecret<T>> | undefined;
    const reading = known ?? this.readStored(key, schema);
    this.known.set(key, reading);
    const secret = await reading;
    // A keyring may be unlocked later: only a secret is remembered, not that there is none.
    const isFound = secret.ok && secret.value !== undefined;
    if (!isFound && this.known.get(key) === reading) this.known.delete(key);
    return secret;
  }

  private async readStored<T>(
    key: string,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<StoredSecret<T>> {
    const stored = await this.stored(key);
    if (!stored.ok) return stored;
    return success(parseWith(v.pipe(v.string(), v.parseJson(), schema), stored.value));
  }

  private async stored(key: string): Promise<StoredSecret<string>> {
    try {
      return success(await this.store.get(key));
    } catch {
      return failure("keyringUnreadable");
    }
  }

  private async write(key: string, entry: object): Promise<Result<void, KeyringProblem>> {
    return this.writeText(key, JSON.stringify(entry));
  }

  private async writeText(key: string, text: string): Promise<Result<void, KeyringProblem>> {
    this.known.delete(key);
    try {
      await this.store.set(key, text);
      return success(undefined);
    } catch {
      return failure("keyringUnwritable");
    } finally {
      // Whoever read meanwhile may have got the former one.
      this.known.delete(key);
    }
  }
}

function isTokenOf(stored: unknown, botId: number): boolean {
  return parseWith(olderToken, stored)?.botId === botId;
}

function olderTokenIn(entry: WebhookEntry | undefined, botId: number): BotToken | undefined {
  for (const stored of entry?.bots ?? []) {
    const older = parseWith(olderToken, stored);
    if (older?.botId === botId) return BotToken.parse(older.botToken);
  }
  return undefined;
}
