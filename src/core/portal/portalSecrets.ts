import * as v from "valibot";
import { Emitter, type Disposable, type Event } from "../base/lifecycle";
import { BotToken } from "./botToken";
import { Webhook } from "./webhook";

/** The one place for secrets. `get` answers `undefined` for a secret that is not there. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Also fires for changes made in another window. */
  readonly onDidChange: Event<string>;
}

/** All secrets of a portal: one entry of the store. */
export interface PortalSecret {
  readonly webhook: Webhook;
  /** Tokens by bot id. */
  readonly bots: ReadonlyMap<number, BotToken>;
}

const prefix = "portal.";

const storedSecret = v.object({
  webhook: v.string(),
  bots: v.optional(v.array(v.object({ botId: v.number(), botToken: v.string() })), []),
});

/** Webhooks and bot tokens by portal. */
export class PortalSecrets implements Disposable {
  private readonly changed = new Emitter<string>();
  /** The id of a portal whose secrets are others now. */
  readonly onDidChange = this.changed.event;
  private readonly watch: Disposable;
  /** Reads of one turn of the event loop must not be spread over many by as many keyring look-ups. */
  private readonly known = new Map<string, Promise<PortalSecret | undefined>>();

  constructor(private readonly store: SecretStore) {
    this.watch = store.onDidChange((key) => {
      if (!key.startsWith(prefix)) return;
      const portalId = key.slice(prefix.length);
      this.known.delete(portalId);
      this.changed.fire(portalId);
    });
  }

  /** `undefined`: nothing is stored, or what is stored cannot be read. */
  async read(portalId: string): Promise<PortalSecret | undefined> {
    const reading = this.known.get(portalId) ?? this.readStored(portalId);
    this.known.set(portalId, reading);
    const secret = await reading;
    // A keyring may be unlocked later: only a secret is remembered, not that there is none.
    if (secret === undefined && this.known.get(portalId) === reading) this.known.delete(portalId);
    return secret;
  }

  async write(portalId: string, { webhook, bots }: PortalSecret): Promise<void> {
    this.known.delete(portalId);
    const tokens = [...bots].map(([botId, token]) => ({ botId, botToken: token.toStored() }));
    const secret = { webhook: webhook.toStored(), bots: tokens };
    await this.store.set(prefix + portalId, JSON.stringify(secret));
  }

  async delete(portalId: string): Promise<void> {
    this.known.delete(portalId);
    await this.store.delete(prefix + portalId);
  }

  /** Another window may have changed what is stored, without an event here. */
  reread(): void {
    this.known.clear();
  }

  dispose(): void {
    this.watch.dispose();
    this.changed.dispose();
  }

  private async readStored(portalId: string): Promise<PortalSecret | undefined> {
    let stored: string | undefined;
    try {
      stored = await this.store.get(prefix + portalId);
    } catch {
      // A keyring that is locked or was replaced; its error text may quote what it tried to read.
      return undefined;
    }
    if (stored === undefined) return undefined;
    const secret = v.safeParse(v.pipe(v.string(), v.parseJson(), storedSecret), stored);
    if (!secret.success) return undefined;
    const parsed = Webhook.parse(secret.output.webhook);
    if (!parsed.ok) return undefined;
    const bots = botsOf(secret.output);
    return { webhook: parsed.value.webhook.withBotTokens([...bots.values()]), bots };
  }
}

function botsOf({ bots }: v.InferOutput<typeof storedSecret>): ReadonlyMap<number, BotToken> {
  const tokens = new Map<number, BotToken>();
  for (const { botId, botToken } of bots) {
    const token = BotToken.parse(botToken);
    if (token !== undefined) tokens.set(botId, token);
  }
  return tokens;
}
