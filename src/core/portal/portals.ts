import { Emitter, type Disposable } from "../base/lifecycle";
import { failure, success, type Result } from "../base/result";
import type { BotToken } from "./botToken";
import { Orphans } from "./orphans";
import type { PortalResult } from "./portalCaller";
import {
  addRecord,
  changeRecord,
  isSameSet,
  parsePortalRecords,
  removeRecord,
  withoutBot,
  type KnownAccess,
  type NewPortal,
  type PortalRecord,
  type StoredBot,
} from "./portalRecord";
import {
  PortalSecrets,
  secretKeysOf,
  webhookKey,
  type Removal,
  type SecretOwner,
  type SecretStore,
  type StoreProblem,
} from "./portalSecrets";
import { succeeds, type StateStore } from "./stateStore";
import type { Webhook } from "./webhook";
import { portalRecordsKey } from "./storedPortals";
import { secretFor, type BotTokenSource } from "./webhookSource";

const activeKey = "activePortal";
const noToken = Promise.resolve(success(undefined));

/** The portals a user works with: records in the state, webhooks and bot tokens in the secret store. */
export class Portals implements Disposable, BotTokenSource {
  private readonly changed = new Emitter<void>();
  /** Portals were added, changed or removed, or another one is active. */
  readonly onDidChange = this.changed.event;
  private readonly activated = new Emitter<string>();
  /** In this window a portal was made the one for look-ups. */
  readonly onDidActivate = this.activated.event;
  private readonly secrets: PortalSecrets;
  private readonly orphans: Orphans;
  /** Portals that move to another address right now: their bot tokens stay behind. */
  private readonly withheld = new Set<string>();

  constructor(
    private readonly state: StateStore,
    secrets: SecretStore,
    private readonly parts: { readonly newId: () => string; readonly nowMs: () => number },
  ) {
    this.secrets = new PortalSecrets(secrets);
    this.orphans = new Orphans(state, this.secrets, parts.nowMs);
    this.secrets.onDidChange(() => {
      this.changed.fire();
    });
  }

  list(): readonly PortalRecord[] {
    return parsePortalRecords(this.state.get(portalRecordsKey));
  }

  find(id: string): PortalRecord | undefined {
    return this.list().find((record) => record.id === id);
  }

  /** The portal that look-ups use when none is named; the first one when the choice is gone. */
  active(): PortalRecord | undefined {
    const records = this.list();
    const id = this.state.get(activeKey);
    return records.find((record) => record.id === id) ?? records[0];
  }

  /** A portal already stored for the same user of the same address. */
  async findTwin(
    webhook: Webhook,
    access: KnownAccess | undefined,
  ): Promise<PortalRecord | undefined> {
    const userId = access?.userId ?? webhook.userId;
    for (const record of this.list()) {
      if (record.userId === userId && (await this.isAt(record, webhook))) return record;
    }
    return undefined;
  }

  /** Whether a webhook leads to the address of a portal: the host, and the prefix in front of `/rest`. */
  async isAt(record: PortalRecord, webhook: Webhook): Promise<boolean> {
    if (record.origin !== webhook.origin) return false;
    const basePath = record.basePath ?? (await this.webhookOf(record.id))?.basePath ?? "/rest";
    return basePath === webhook.basePath;
  }

  /** Stores a portal and makes it the active one. */
  async add({ webhook, name, access }: NewPortal): Promise<Result<PortalRecord, StoreProblem>> {
    const record: PortalRecord = {
      id: this.parts.newId(),
      name,
      origin: webhook.origin,
      basePath: webhook.basePath,
      userId: access?.userId ?? webhook.userId,
      scopes: access?.scopes,
      readsWithoutAsking: false,
    };
    const keys = [webhookKey(record.id)];
    if (!(await succeeds(() => this.orphans.note(keys)))) return failure("stateUnwritable");
    // The secret first: a record without one would ask for a webhook in every window meanwhile.
    const stored = await this.secrets.setWebhook(record.id, webhook, { keepsTokens: true });
    if (!stored.ok) {
      await succeeds(() => this.orphans.strike(keys));
      return stored;
    }
    if (!(await succeeds(() => this.state.update(portalRecordsKey, addRecord(record))))) {
      await this.orphans.delete(keys);
      return failure("stateUnwritable");
    }
    await succeeds(() => this.orphans.strike(keys));
    await succeeds(() => this.activate(record.id));
    return success(record);
  }

  /**
   * Puts another webhook behind a portal. Consent to reads that change something was given for the former owner's
   * eyes: another owner or address asks anew. Bot tokens go to no other address.
   */
  async replaceWebhook(
    id: string,
    webhook: Webhook,
    access: KnownAccess | undefined,
  ): Promise<Result<void, StoreProblem>> {
    const former = this.find(id);
    if (former === undefined) return failure("portalGone");
    const keepsTokens = await this.isAt(former, webhook);
    const userId = access?.userId ?? webhook.userId;
    if (!keepsTokens) this.withheld.add(id);
    const write = async () => this.secrets.setWebhook(id, webhook, { keepsTokens });
    const stored = await this.store({ id }, write, (record) => ({
      ...(keepsTokens ? {} : { bots: undefined }),
      origin: webhook.origin,
      basePath: webhook.basePath,
      userId,
      scopes: access?.scopes,
      readsWithoutAsking: record.readsWithoutAsking && keepsTokens && record.userId === userId,
    }));
    // Unless all is as it was, nobody lists them any more.
    if (this.find(id)?.bots === undefined) await this.orphans.delete(secretKeysOf(former).slice(1));
    this.withheld.delete(id);
    return stored;
  }

  /** A portal that was renamed: nothing of it is forgotten. Its secrets go to the new host: the user has agreed. */
  async move(id: string, webhook: Webhook): Promise<Result<void, StoreProblem>> {
    if (this.find(id) === undefined) return failure("portalGone");
    const { origin, basePath } = webhook;
    const write = async () => this.secrets.setWebhook(id, webhook, { keepsTokens: true });
    return this.store({ id }, write, () => ({ origin, basePath }));
  }

  /**
   * Keeps what the portal has just said of a webhook: another owner, other grants. As with a replaced
   * webhook, another owner has agreed to nothing yet.
   * @param webhook the one that was asked; what it said of itself says nothing of a newer one
   */
  async keepAccess(
    id: string,
    webhook: Webhook,
    learned: { readonly userId?: string; readonly scopes?: readonly string[] },
  ): Promise<void> {
    if ((await this.webhookOf(id))?.equals(webhook) !== true) return;
    const known = this.find(id);
    if (known === undefined) return;
    const { userId = known.userId, scopes = known.scopes } = learned;
    const { origin, basePath } = webhook;
    const now = { userId, scopes, origin, basePath };
    const isSameOwner = userId === known.userId;
    const isSameAddress = origin === known.origin && basePath === known.basePath;
    if (isSameOwner && isSameAddress && isSameSet(scopes, known.scopes)) return;
    await this.change(id, (record) => ({
      ...now,
      readsWithoutAsking: record.readsWithoutAsking && isSameOwner,
    }));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.change(id, () => ({ name }));
  }

  async readWithoutAsking(id: string): Promise<void> {
    await this.change(id, () => ({ readsWithoutAsking: true }));
  }

  async askBeforeReads(id: string): Promise<void> {
    await this.change(id, () => ({ readsWithoutAsking: false }));
  }

  async activate(id: string): Promise<void> {
    await this.state.update(activeKey, () => id);
    this.changed.fire();
    this.activated.fire(id);
  }

  /** @param isGone called before anybody else hears of it */
  async remove(id: string, isGone?: () => void): Promise<Result<Removal, StoreProblem>> {
    const keys = secretKeysOf(this.find(id) ?? { id });
    if (!(await succeeds(() => this.state.update(portalRecordsKey, removeRecord(id))))) {
      return failure("stateUnwritable");
    }
    isGone?.();
    this.changed.fire();
    return success({ areSecretsGone: (await this.orphans.delete(keys)) === 0 });
  }

  /** Stores the token of a bot, or a newer one. */
  async addBot(
    id: string,
    { botId, name, isProven }: StoredBot,
    token: BotToken,
  ): Promise<Result<void, StoreProblem>> {
    if (this.find(id) === undefined) return failure("portalGone");
    // Only these: what else a caller has at hand may be the token.
    const bot = isProven === true ? { botId, name, isProven } : { botId, name };
    const write = async () => this.secrets.setToken(id, botId, token);
    const change = (record: PortalRecord) => ({ bots: [...withoutBot(record, botId), bot] });
    return this.store({ id, bots: [bot] }, write, change);
  }

  /** The portal has shown that the token which is stored is this bot's. */
  async keepProof(id: string, bot: StoredBot): Promise<void> {
    await this.change(id, ({ bots = [] }) => ({
      bots: bots.map((known) => (known.botId === bot.botId ? bot : known)),
    }));
  }

  async removeBot(id: string, botId: number): Promise<Result<void, StoreProblem>> {
    const write = async () => this.secrets.deleteToken(id, botId);
    const change = (record: PortalRecord) => ({ bots: withoutBot(record, botId) });
    return this.store({ id, bots: [{ botId, name: "" }] }, write, change);
  }

  /** `undefined`: none is stored, or it cannot be read now. */
  async webhookOf(id: string): Promise<Webhook | undefined> {
    const stored = await this.secrets.webhook(id, this.botIdsOf(id));
    return stored.ok ? stored.value : undefined;
  }

  webhookFor(id: string, signal: AbortSignal): Promise<PortalResult<Webhook>> {
    const stored = this.secrets.webhook(id, this.botIdsOf(id));
    return secretFor(stored, { kind: "webhookNeeded" }, signal);
  }

  botTokenFor(id: string, botId: number, signal: AbortSignal): Promise<PortalResult<BotToken>> {
    // A token is sent to no other address than the one that it was given for.
    const stored = this.withheld.has(id) ? noToken : this.secrets.token(id, botId);
    return secretFor(stored, { kind: "botTokenNeeded", botId }, signal);
  }

  /**
   * Deletes what is left of portals that were removed, or never stored whole.
   * @returns how many secrets the keyring still holds on to; `undefined`: there was nothing to do
   */
  async deleteOrphans(): Promise<number | undefined> {
    return this.orphans.deleteSettled(new Set(this.list().flatMap(secretKeysOf)));
  }

  /** Another window may have changed what is stored, webhooks too. */
  reread(): void {
    this.secrets.reread();
    this.changed.fire();
  }

  dispose(): void {
    this.secrets.dispose();
    this.changed.dispose();
    this.activated.dispose();
  }

  private botIdsOf(id: string): readonly number[] {
    return this.find(id)?.bots?.map(({ botId }) => botId) ?? [];
  }

  /** Both, or neither. A portal may be removed while a secret of it is written: that goes, too. */
  private async store(
    owner: SecretOwner,
    write: () => Promise<Result<void, StoreProblem>>,
    change: (record: PortalRecord) => Partial<PortalRecord>,
  ): Promise<Result<void, StoreProblem>> {
    const stored = await this.secrets.together(owner, write, () => this.change(owner.id, change));
    if (!stored.ok || this.find(owner.id) !== undefined) return stored;
    await this.orphans.delete(secretKeysOf(owner));
    return failure("portalGone");
  }

  private async change(
    id: string,
    change: (record: PortalRecord) => Partial<PortalRecord>,
  ): Promise<void> {
    await this.state.update(portalRecordsKey, changeRecord(id, change));
    this.changed.fire();
  }
}
