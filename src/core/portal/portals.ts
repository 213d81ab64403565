import * as v from "valibot";
import { Emitter, type Disposable, type Event } from "../lifecycle";
import { parsePortalRecords, type PortalRecord } from "./portalRecord";
import { Webhook } from "./webhook";
import type { WebhookAccess } from "./webhookCheck";

/** Values that survive a restart and hold no secret. */
export interface StateStore {
  get(key: string): unknown;
  set(key: string, value: unknown): Promise<void>;
}

/** The one place for secrets. `get` answers `undefined` for a secret that is not there. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Also fires for changes made in another window. */
  readonly onDidChange: Event<string>;
}

const recordsKey = "portals";
const activeKey = "activePortal";
const secretPrefix = "portal.";

const storedSecret = v.object({ webhook: v.string() });

export interface NewPortal {
  readonly webhook: Webhook;
  readonly name: string;
  /** Absent: the portal did not answer, and the user saved the webhook all the same. */
  readonly access: WebhookAccess | undefined;
}

/** The portals a user works with: records in the state, webhooks in the secret store. */
export class Portals implements Disposable {
  private readonly changed = new Emitter<void>();
  /** Portals were added, changed or removed, or another one is active. */
  readonly onDidChange = this.changed.event;
  private readonly secretsWatch: Disposable;
  /** Reads of one turn of the event loop must not be spread over many by as many keyring look-ups. */
  private readonly webhooks = new Map<string, Promise<Webhook | undefined>>();

  constructor(
    private readonly state: StateStore,
    private readonly secrets: SecretStore,
    private readonly newId: () => string,
  ) {
    this.secretsWatch = secrets.onDidChange((key) => {
      if (!key.startsWith(secretPrefix)) return;
      this.webhooks.delete(key.slice(secretPrefix.length));
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
    await this.storeWebhook(record.id, webhook);
    await this.state.set(recordsKey, [...this.list(), record]);
    await this.activate(record.id);
    return record;
  }

  /**
   * Puts another webhook behind a portal. Consent to reads that change something was given for
   * the former owner's eyes: another owner or address asks anew.
   */
  async replaceWebhook(
    id: string,
    webhook: Webhook,
    access: WebhookAccess | undefined,
  ): Promise<void> {
    // Removed in another window meanwhile: a secret without a portal could never be removed again.
    if (this.find(id) === undefined) return;
    const userId = access?.userId ?? webhook.userId;
    await this.storeWebhook(id, webhook);
    await this.update(id, (record) => ({
      ...record,
      origin: webhook.origin,
      userId,
      scopes: access?.scopes,
      readsWithoutAsking:
        record.readsWithoutAsking && record.origin === webhook.origin && record.userId === userId,
    }));
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

  async activate(id: string): Promise<void> {
    await this.state.set(activeKey, id);
    this.changed.fire();
  }

  async remove(id: string): Promise<void> {
    await this.state.set(
      recordsKey,
      this.list().filter((record) => record.id !== id),
    );
    this.webhooks.delete(id);
    await this.secrets.delete(secretPrefix + id);
    this.changed.fire();
  }

  /** `undefined`: none is stored, or what is stored cannot be read; the portal needs a webhook. */
  async webhookOf(id: string): Promise<Webhook | undefined> {
    const reading = this.webhooks.get(id) ?? this.readWebhook(id);
    this.webhooks.set(id, reading);
    const webhook = await reading;
    // A keyring may be unlocked later: only a webhook is remembered, not that there is none.
    if (webhook === undefined && this.webhooks.get(id) === reading) this.webhooks.delete(id);
    return webhook;
  }

  private async readWebhook(id: string): Promise<Webhook | undefined> {
    let stored: string | undefined;
    try {
      stored = await this.secrets.get(secretPrefix + id);
    } catch {
      // A keyring that is locked or was replaced; its error text may quote what it tried to read.
      return undefined;
    }
    if (stored === undefined) return undefined;
    const secret = v.safeParse(v.pipe(v.string(), v.parseJson(), storedSecret), stored);
    if (!secret.success) return undefined;
    const parsed = Webhook.parse(secret.output.webhook);
    return parsed.ok ? parsed.value.webhook : undefined;
  }

  /** Another window may have changed what is stored. */
  reread(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.secretsWatch.dispose();
    this.changed.dispose();
  }

  private async storeWebhook(id: string, webhook: Webhook): Promise<void> {
    this.webhooks.delete(id);
    await this.secrets.set(secretPrefix + id, JSON.stringify({ webhook: webhook.toStored() }));
  }

  private async update(id: string, change: (record: PortalRecord) => PortalRecord): Promise<void> {
    const records = this.list().map((record) => (record.id === id ? change(record) : record));
    await this.state.set(recordsKey, records);
    this.changed.fire();
  }
}

/** Portals list the same grants in any order. */
function isSameSet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((name) => b.includes(name));
}
