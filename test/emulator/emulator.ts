import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { WirePortal } from "./wire/wirePortal";
import type { Effect } from "../../src/demo/portal/demoState";
import type { PortalProfile } from "./wire/portalProfile";
import type { StatusProfile } from "./wire/statusProfile";
import type { Chat } from "../../src/demo/seed/chat";
import { disturbanceOf } from "./callFaults";
import { answerControl } from "./control";
import { deliver } from "./delivery";
import { Exchange } from "./exchange";
import { FaultBoard } from "./faultBoard";
import type { Fault, FaultTarget } from "./faults";
import { Journal, type JournalEntry } from "./journal";
import { readRequest } from "./receivedRequest";
import { uploadReply } from "./uploads";

export interface EmulatorOptions {
  /** Default 0: any free one. Only 127.0.0.1 is listened on. */
  readonly port?: number;
  /** Serve over TLS with this key and certificate, both PEM. */
  readonly https?: { readonly key: string; readonly cert: string };
  /** Refuse plain http as a real portal does; default no. */
  readonly requireHttps?: boolean;
  /** Whether requests beyond the rate limit are refused; default yes. */
  readonly isThrottled?: boolean;
  /** Requests that fit into the bucket at once; default 50. */
  readonly capacity?: number;
  /** Requests that leave the bucket in a second; default 2. */
  readonly leakPerSecond?: number;
  readonly operatingLimitSeconds?: number;
  readonly statusProfile?: StatusProfile;
  readonly portalProfile?: PortalProfile;
  /** What the bots of this portal's webhooks are registered with; default `demo-bot-token`. */
  readonly botToken?: string;
  /** Beside the portal's own, for long lists. */
  readonly moreChats?: readonly Chat[];
  /** Milliseconds since 1970; default the real time. `advance` adds to it. */
  readonly clock?: () => number;
}

/** The demo portal behind a real socket, with everything that can go wrong on the way. */
export class Emulator {
  /** Opens `/__emulator/...` to a client in another process. */
  readonly controlToken = randomBytes(12).toString("hex");
  private readonly faults = new FaultBoard();
  private readonly log = new Journal();
  private portal: WirePortal;
  private clockOffsetMs = 0;

  static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    const server =
      options.https === undefined ? createServer() : createTlsServer({ ...options.https });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port ?? 0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const scheme = options.https === undefined ? "http" : "https";
    return new Emulator(server, `${scheme}://127.0.0.1:${port}`, options);
  }

  private constructor(
    private readonly server: Server,
    /** Scheme, host and port, without a slash at the end. */
    readonly origin: string,
    private readonly options: EmulatorOptions,
  ) {
    this.portal = this.newPortal();
    server.on("request", (request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  /** The webhook of the owner (1), of colleagues with `imbot` (5) or `imopenlines` (7) only, or of an extranet user (9). */
  webhook(userId: 1 | 5 | 7 | 9 = 1): string {
    return this.portal.webhook(userId);
  }

  /** Other programs have kept a method busy for so long, with the webhook of the owner. */
  useUp(method: string, seconds: number): void {
    this.portal.useUp(method, seconds);
  }

  /** Makes matching requests fail from now on; faults add up until they are cleared. */
  setFault(fault: Fault, target: FaultTarget = {}): void {
    this.faults.set(fault, target, this.now());
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Every request and every item of a batch, in order of arrival. */
  get journal(): readonly JournalEntry[] {
    return this.log.entries;
  }

  /** What travelled on its own: a batch is one request, its items are none. */
  get requests(): readonly JournalEntry[] {
    return this.log.entries.filter(({ isBatchItem }) => !isBatchItem);
  }

  /** Calls of one method, in any case, alone or in a batch. */
  callsTo(method: string): readonly JournalEntry[] {
    return this.log.entries.filter((entry) => entry.method === method.toLowerCase());
  }

  /** What reads have changed on the portal. */
  get effects(): readonly Effect[] {
    return this.portal.effects;
  }

  /** How many events were deleted from the bots' logs by an `offset`; undefined: none was ever sent. */
  get confirmedEvents(): number | undefined {
    const confirmations = this.effects.filter((effect) => effect.kind === "eventsConfirmed");
    return confirmations.length === 0
      ? undefined
      : confirmations.reduce((sum, { count }) => sum + count, 0);
  }

  setStatusProfile(profile: StatusProfile): void {
    this.portal.setStatusProfile(profile);
  }

  setPortalProfile(profile: PortalProfile): void {
    this.portal.setPortalProfile(profile);
  }

  /** Moves the portal's clock: buckets leak, bans end, charges fall. */
  advance(ms: number): void {
    this.clockOffsetMs += ms;
  }

  appendMessage(chatId: number, authorId: number, text: string): void {
    this.portal.appendMessage(chatId, authorId, text);
  }

  /** Back to the state after the start, listening on the same port. */
  reset(): void {
    this.faults.clear();
    this.log.clear();
    this.clockOffsetMs = 0;
    this.portal = this.newPortal();
  }

  /** Closes every connection, hanging ones too. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (request.path.startsWith("/__emulator/")) {
      deliver(response, answerControl(this, request));
      return;
    }
    const upload = uploadReply(request.path);
    if (upload !== undefined) {
      deliver(response, upload);
      return;
    }
    const exchange = new Exchange(request, response, this.origin, this.log);
    await exchange.run(this.portal, this.faults);
  }

  private newPortal(): WirePortal {
    const { options } = this;
    return new WirePortal({
      origin: this.origin,
      clock: () => this.now(),
      isThrottled: options.isThrottled ?? true,
      bucket: { capacity: options.capacity ?? 50, leakPerSecond: options.leakPerSecond ?? 2 },
      requiresHttps: options.requireHttps ?? false,
      ...(options.botToken === undefined ? {} : { botToken: options.botToken }),
      moreChats: options.moreChats ?? [],
      statusProfile: options.statusProfile ?? "source",
      portalProfile: options.portalProfile ?? "current",
      operatingLimitSeconds: options.operatingLimitSeconds ?? 480,
      disturb: (call) =>
        disturbanceOf(this.faults.takeForCall(call), { secret: call.secret, nowMs: this.now() }),
      onBatchItem: ({ method, parameters, user, secret, outcome }) => {
        this.log.enter({
          method,
          parameters,
          user,
          secret,
          verb: "",
          contentType: "",
          userAgent: "",
          isBatchItem: true,
          status: outcome.ok ? 200 : outcome.status,
        });
      },
    });
  }

  private now(): number {
    return (this.options.clock ?? Date.now)() + this.clockOffsetMs;
  }
}
