import assert from "node:assert/strict";
import { inspect } from "node:util";
import { ChatFinder } from "../../../../src/core/reads/chatFinder";
import { DialogBrowser } from "../../../../src/core/sidebar/dialogBrowser";
import { DialogMemory } from "../../../../src/core/sessions/dialogMemory";
import { ListReader } from "../../../../src/core/reads/listReader";
import { Pins } from "../../../../src/core/sessions/pins";
import { DialogHistory } from "../../../../src/core/sessions/history";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import { inBackground, type CallNote } from "../../../../src/core/portal/portalCaller";
import { PortalClient } from "../../../../src/core/portal/portalClient";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { Portals } from "../../../../src/core/portal/portals";
import type { Transport } from "../../../../src/core/portal/transport";
import { RateLimiter, type BucketSize } from "../../../../src/core/portal/rateLimiter";
import { parsePastedWebhook } from "../../../../src/core/portal/pastedWebhook";
import { NodeFetchTransport } from "../../../../src/platform/node/nodeFetchTransport";
import { fixedParts, MemorySecrets, MemoryState } from "../../../unit/support/stores";
import { userAgent } from "../../support/portalBench";
import { VirtualTime } from "./virtualTime";

export interface BrowseOptions {
  readonly timeoutMs?: number;
  /** What our own limiter lets through; default: what the extension uses. */
  readonly bucket?: BucketSize;
  readonly scopes?: readonly string[];
  /** Default: real sockets. */
  readonly transport?: Transport;
}

/** The sidebar's core as the extension puts it together, over real sockets and in virtual time. */
export class BrowseBench {
  readonly notes: CallNote[] = [];
  readonly time: VirtualTime;
  readonly state = new MemoryState();
  readonly portals = new Portals(
    this.state,
    new MemorySecrets(),
    fixedParts(() => "p1"),
  );
  readonly history = new DialogHistory(this.state);
  readonly pins = new Pins(this.state);
  readonly memory = new DialogMemory();
  /** As dialogs are read: each call alone. */
  readonly client: PortalClient;
  readonly limiter: RateLimiter;
  readonly reader: ListReader;
  /** What the product reads of its own accord. */
  readonly background: ListReader;
  timeoutMs: number;
  readonly finder: ChatFinder;
  readonly browser: DialogBrowser;

  static async start(address: string, options: BrowseOptions = {}): Promise<BrowseBench> {
    const parsed = parsePastedWebhook(address);
    assert.ok(parsed.ok, "the address is no webhook");
    const { webhook } = parsed.value;
    const bench = new BrowseBench(options);
    const { scopes = ["im", "imbot"] } = options;
    const access = { userId: webhook.userId, userName: "", isAdmin: true, scopes };
    await bench.portals.add({ webhook, name: "Northwind", access });
    return bench;
  }

  private constructor({ timeoutMs = 5_000, bucket, transport: inner }: BrowseOptions) {
    this.time = new VirtualTime(inner ?? new NodeFetchTransport(userAgent));
    this.timeoutMs = timeoutMs;
    const { clock, transport } = this.time;
    this.limiter = new RateLimiter(clock, bucket);
    this.client = new PortalClient({
      transport,
      clock,
      limiter: this.limiter,
      timeoutMs: () => this.timeoutMs,
      note: (note) => this.notes.push(note),
    });
    const { portals, history, pins, memory } = this;
    const batching = new BatchingCaller(this.client, setImmediate);
    this.reader = new ListReader(batching, portals);
    this.finder = new ChatFinder(batching, portals);
    this.background = new ListReader(inBackground(batching, this.client.operating), portals);
    const { reader, background: titles } = this;
    this.browser = new DialogBrowser({ portals, history, pins, memory, reader, titles });
  }

  get record(): PortalRecord {
    const [record] = this.portals.list();
    assert.ok(record !== undefined);
    return record;
  }

  /** Runs work to its end, then searches everything that came out of it for the secret. */
  async run<T>(work: Promise<T>): Promise<T> {
    const outcome = await this.time.run(work);
    const secret = await this.secret();
    const all = { depth: 20, maxArrayLength: null, maxStringLength: null, showHidden: true };
    const seen = inspect([outcome, this.notes], all) + JSON.stringify([outcome, this.notes]);
    assert.ok(!seen.includes(secret), "the secret came out of a read");
    return outcome;
  }

  private async secret(): Promise<string> {
    const webhook = await this.portals.webhookOf("p1");
    const secret = /([^/]+)\/$/.exec(webhook?.toStored() ?? "")?.[1] ?? "";
    assert.ok(secret.length > 10, "a secret that can be told from other text is needed");
    return secret;
  }
}
