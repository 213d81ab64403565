import { Emitter, type Disposable } from "../base/lifecycle";
import type { BotToken } from "./botToken";
import { parsePortalRecords, type PortalRecord, type StoredBot } from "./portalRecord";
import { PortalSecrets, type SecretStore } from "./portalSecrets";
import type { Webhook } from "./webhook";
import type { WebhookAccess } from "./webhookAccess";

/** Values that survive a restart and hold no secret. */
export interface StateStore {
  get(key: string): unknown;
  set(key: string, value: unknown): Promise<void>;
}

const recordsKey = "portals";
const activeKey = "activePortal";

export interface NewPortal {
  readonly webhook: Webhook;
  readonly name: string;
  /** Absent: the portal did not answer, and the user saved the webhook all the same. */
  readonly access: WebhookAccess | undefined;
}

/** The portals a user works with: records in the state, webhooks and bot tokens in the secret store. */
export class Portals implements Disposable {
  private readonly changed = new Emitter<void>();
  /** Portals were added, changed or removed, or another one is active. */
  readonly onDidChange = this.changed.event;
  private readonly activated = new Emitter<string>();
  /** In this window a portal was made the one for look-ups. */
  readonly onDidActivate = this.activated.event;
  private readonly secrets: PortalSecrets;

  constructor(
    private readonly state: StateStore,
    secrets: SecretStore,
    private readonly newId: () => string,
  ) {
    this.secrets = new PortalSecrets(secrets);
    this.secrets.onDidChange(() => {
      this.changed.fire();
    });
  }

  list(): readonly PortalRecord[] {
    return parsePortalRecords(this.state.get(recordsKey));
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
  findTwin(webhook: Webhook, access: WebhookAccess | undefined): PortalRecord | undefined {
    const userId = access?.userId ?? webhook.userId;
    return this.list().find(
      (record) => record.origin === webhook.origin && record.userId === userId,
    );
  }

  /** Whether a portal, other than the one that is renamed, has a name that looks the same. */
  isNameTaken(name: string, ownId?: string): boolean {
    const wanted = name.trim().toLocaleLowerCase();
    return this.list().some(
      (record) => record.id !== ownId && record.name.trim().toLocaleLowerCase() === wanted,
    );
  }

  /** Stores a portal and makes it the active one. */
  async add({ webhook, name, access }: NewPortal): Promise<PortalRecord> {
    const record: PortalRecord = {
      id: this.newId(),
      name,
      origin: webhook.origin,
      userId: access?.userId ?? webhook.userId,
      scopes: access?.scopes,
      readsWithoutAsking: false,
    };
    // The secret first: a record without one would ask for a webhook in every window meanwhile.
    await this.secrets.write(record.id, { webhook, bots: new Map() });
    await this.state.set(recordsKey, [...this.list(), record]);
    await this.activate(record.id);
    return record;
  }

  /**
   * Puts another webhook behind a portal. Consent to reads that change something was given for
   * the former owner's eyes: another owner or address asks anew. Bot tokens go to no other address than the one
   * that they were given for.
   */
  async replaceWebhook(
    id: string,
    webhook: Webhook,
    access: Pick<PortalRecord, "userId" | "scopes"> | undefined,
  ): Promise<void> {
    // Removed in another window meanwhile: a secret without a portal could never be removed again.
    const former = this.find(id);
    if (former === undefined) return;
    const userId = access?.userId ?? webhook.userId;
    const known = former.origin === webhook.origin ? await this.secrets.read(id) : undefined;
    const bots = known?.bots ?? new Map<number, BotToken>();
    await this.secrets.write(id, { webhook, bots });
    await this.update(id, (record) => ({
      ...record,
      ...(record.bots === undefined
        ? {}
        : { bots: record.bots.filter(({ botId }) => bots.has(botId)) }),
      origin: webhook.origin,
      userId,
      scopes: access?.scopes,
      readsWithoutAsking:
        record.readsWithoutAsking && record.origin === webhook.origin && record.userId === userId,
    }));
  }

  /**
   * A portal that was renamed: the same one at another address, so nothing of it is forgotten. Its secrets go to
   * the new host from now on: the user has agreed to that.
   */
  async move(id: string, webhook: Webhook): Promise<void> {
    const secret = await this.secrets.read(id);
    if (secret === undefined || this.find(id) === undefined) return;
    await this.secrets.write(id, { ...secret, webhook });
    await this.update(id, (record) => ({ ...record, origin: webhook.origin }));
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
    const isSameOwner = userId === known.userId;
    if (isSameOwner && isSameSet(scopes, known.scopes)) return;
    await this.update(id, (record) => ({
      ...record,
      userId,
      scopes,
      readsWithoutAsking: record.readsWithoutAsking && isSameOwner,
    }));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.update(id, (record) => ({ ...record, name }));
  }

  async readWithoutAsking(id: string): Promise<void> {
    await this.update(id, (record) => ({ ...record, readsWithoutAsking: true }));
  }

  /** Takes that back. */
  async askBeforeReads(id: string): Promise<void> {
    await this.update(id, (record) => ({ ...record, readsWithoutAsking: false }));
  }

  async activate(id: string): Promise<void> {
    await this.state.set(activeKey, id);
    this.changed.fire();
    this.activated.fire(id);
  }

  async remove(id: string): Promise<void> {
    await this.state.set(
      recordsKey,
      this.list().filter((record) => record.id !== id),
    );
    await this.secrets.delete(id);
    this.changed.fire();
  }

  /** Stores the token of a bot, or a newer one. */
  async addBot(id: string, { botId, name }: StoredBot, token: BotToken): Promise<void> {
    const secret = await this.secrets.read(id);
    if (secret === undefined || this.find(id) === undefined) return;
    await this.secrets.write(id, { ...secret, bots: new Map(secret.bots).set(botId, token) });
    await this.update(id, (record) => ({
      ...record,
      bots: [...withoutBot(record, botId), { botId, name }],
    }));
  }

  async removeBot(id: string, botId: number): Promise<void> {
    const secret = await this.secrets.read(id);
    if (secret !== undefined) {
      const bots = new Map(secret.bots);
      bots.delete(botId);
      await this.secrets.write(id, { ...secret, bots });
    }
    await this.update(id, (record) => ({ ...record, bots: withoutBot(record, botId) }));
  }

  /** `undefined`: none is stored, or what is stored cannot be read; the portal needs a webhook. */
  async webhookOf(id: string): Promise<Webhook | undefined> {
    return (await this.secrets.read(id))?.webhook;
  }

  /** `undefined`: none is stored, or what is stored cannot be read. */
  async botTokenOf(id: string, botId: number): Promise<BotToken | undefined> {
    return (await this.secrets.read(id))?.bots.get(botId);
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

  private async update(id: string, change: (record: PortalRecord) => PortalRecord): Promise<void> {
    const records = this.list().map((record) => (record.id === id ? change(record) : record));
    await this.state.set(recordsKey, records);
    this.changed.fire();
  }
}

function withoutBot({ bots = [] }: PortalRecord, botId: number): readonly StoredBot[] {
  return bots.filter((bot) => bot.botId !== botId);
}

/** Portals list the same grants in any order. */
function isSameSet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((name) => b.includes(name));
}
