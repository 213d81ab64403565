import type { EarlierItems } from "../../../src/demo/portal/callWatch";
import type { CallWatch, NamedCall } from "../../../src/demo/portal/callWatch";
import type { Effect } from "../../../src/demo/portal/demoState";
import type { EventFacts } from "../../../src/demo/seed/backlog";
import type { JsonObject } from "../../../src/demo/base/json";
import type { Outcome, Refusal } from "../../../src/demo/portal/outcome";
import { textOf } from "../../../src/demo/portal/parameters";
import { Portal } from "../../../src/demo/portal/portal";
import { webhooks, type Webhook } from "../../../src/demo/portal/webhooks";
import { inlinePicture } from "../../../src/demo/seed/avatars";
import type { Chat } from "../../../src/demo/seed/chat";
import { avatarPath } from "./avatarPaths";
import { resolveReferences } from "./batchReferences";
import type { Disturb, Disturbance } from "./disturbance";
import { cloudHeaders, preflightHeaders, restHeaders } from "./wireReply";
import { wireMethods } from "./methods/wireMethods";
import { OperatingLedger } from "./operatingLedger";
import { notFoundPage, portalPage, restV3Reply } from "./pages";
import { restPathOf, traitsOf, type PortalProfile } from "./portalProfile";
import { RateBuckets, usualBucket, type BucketSize } from "./rateBucket";
import { requestParameters } from "./requestParameters";
import { parseRoute, type Route } from "./route";
import {
  expiredToken,
  noAuthFound,
  operatingBan,
  refusalsOf,
  tooManyRequests,
  wrongTransport,
  type StatusProfile,
} from "./statusProfile";
import type { WireReply } from "./wireReply";

/** A reserved name that no network resolves (RFC 2606). */
const unservedOrigin = "https://northwind.bitrix24.example";

const usualBotToken = "demo-bot-token";

export interface WireRequest {
  readonly verb: string;
  /** Percent-encoded, without the query: `/rest/1/secret/imbot.dialog.get`. */
  readonly path: string;
  readonly query: string;
  readonly contentType?: string;
  readonly body: string;
  /** How long the portal pretends to work on it, charged like operating time. Default 0.004. */
  readonly durationSeconds?: number;
}

export interface DescribedRequest {
  /** As sent, without a suffix; "" for what is no call. */
  readonly method: string;
  readonly parameters: JsonObject;
  readonly user: string;
  readonly secret: string;
}

/** An item of a batch as it went by. */
export interface BatchItem extends NamedCall {
  readonly user: string;
  readonly secret: string;
  readonly outcome: Outcome;
}

export interface WireOptions {
  /** Where the portal is served; default nowhere, where pictures are data URIs. */
  readonly origin?: string;
  /** Milliseconds since 1970; default the real time. */
  readonly clock?: () => number;
  readonly statusProfile?: StatusProfile;
  readonly portalProfile?: PortalProfile;
  /** Whether requests beyond the rate limit are refused; default no. */
  readonly isThrottled?: boolean;
  readonly bucket?: BucketSize;
  /** Seconds of operating time per method and webhook in ten minutes; default 480, as in the cloud. */
  readonly operatingLimitSeconds?: number;
  /** Refuse calls when the origin is not https, as a real portal does; default no. */
  readonly requiresHttps?: boolean;
  /** What the bots of this portal's webhooks are registered with; default `demo-bot-token`. */
  readonly botToken?: string;
  /** Beside the portal's own, for long lists. */
  readonly moreChats?: readonly Chat[];
  /** Makes calls go wrong. */
  readonly disturb?: Disturb;
  readonly onBatchItem?: (item: BatchItem) => void;
}

/**
 * The demo's portal as a server would find it: every verb, encoding and route, the limits, the errors
 * of the whole system, the portals of other years, and the methods that the product never calls.
 */
export class WirePortal {
  private readonly portal: Portal;
  private readonly buckets: RateBuckets;
  private readonly ledger: OperatingLedger;
  private readonly origin: string;
  private statusProfile: StatusProfile;
  private portalProfile: PortalProfile;

  constructor(private readonly options: WireOptions = {}) {
    this.origin = options.origin ?? unservedOrigin;
    this.statusProfile = options.statusProfile ?? "source";
    this.portalProfile = options.portalProfile ?? "current";
    this.portal = new Portal(wireMethods, {
      origin: this.origin,
      clock: options.clock ?? Date.now,
      refusals: refusalsOf(this.statusProfile),
      traits: traitsOf(this.portalProfile),
      pictureUrl:
        options.origin === undefined ? inlinePicture : (name) => this.origin + avatarPath(name),
      moreChats: options.moreChats ?? [],
    });
    this.buckets = new RateBuckets(options.bucket ?? usualBucket);
    this.ledger = new OperatingLedger(options.operatingLimitSeconds ?? 480);
  }

  /** What reads have changed on the portal so far, oldest first. */
  get effects(): readonly Effect[] {
    return this.portal.state.effects;
  }

  setStatusProfile(profile: StatusProfile): void {
    this.statusProfile = profile;
    this.portal.state.refusals = refusalsOf(profile);
  }

  setPortalProfile(profile: PortalProfile): void {
    this.portalProfile = profile;
    this.portal.state.traits = traitsOf(profile);
  }

  /** The webhook URL of a user, as the portal shows it. */
  webhook(userId: Webhook["userId"] = 1): string {
    const secret = webhooks.find((webhook) => webhook.userId === userId)?.secret ?? "";
    return `${this.origin}${restPathOf(this.portalProfile)}/${userId}/${secret}/`;
  }

  /** Charges what other programs did with the webhook of the owner. */
  useUp(method: string, seconds: number): void {
    const secret = webhooks.find(({ userId }) => userId === 1)?.secret ?? "";
    this.ledger.charge(secret, method, seconds, this.portal.state.now());
  }

  /** Adds a message to a chat, as if somebody had just written it; nothing for unknown chats. */
  appendMessage(chatId: number, authorId: number, text: string): void {
    const { chats, messages } = this.portal.state;
    const chat = chats.get(chatId);
    if (chat === undefined) return;
    const { id } = messages.append(chat, authorId, text, this.portal.state.now());
    this.tellBots({ type: "ONIMBOTV2MESSAGEADD", chatId, authorId, text, messageId: id }, chat);
  }

  /** A plain bot hears of a group's messages only when it is mentioned. */
  private tellBots(event: EventFacts & { readonly text: string }, chat: Chat): void {
    const { people, events } = this.portal.state;
    for (const { id, bot } of people.bots()) {
      const isThere = bot.eventMode === "fetch" && chat.members.includes(id);
      const hearsAll = bot.type !== "bot" || chat.messageType === "P";
      if (!isThere || id === event.authorId) continue;
      if (hearsAll || event.text.includes(`[USER=${id}]`)) {
        events.add(id, event, this.portal.state.now());
      }
    }
  }

  /** What a request asks for, before any check. */
  describe(request: WireRequest): DescribedRequest {
    const route = this.route(request);
    const parameters = requestParameters(request);
    if (route.kind === "oauth") return { method: route.method, parameters, user: "", secret: "" };
    if (route.kind !== "webhook") return { method: "", parameters, user: "", secret: "" };
    return { method: route.method, parameters, user: route.user, secret: route.secret };
  }

  answer(request: WireRequest): WireReply {
    if (request.verb.toUpperCase() === "OPTIONS") {
      return { status: 200, headers: preflightHeaders, body: "" };
    }
    const route = this.route(request);
    switch (route.kind) {
      case "webhook":
      case "oauth":
        return this.answerRest(route, request);
      case "restV3":
        return restV3Reply();
      case "page":
        return portalPage(route.path);
      case "unknown":
        return notFoundPage();
    }
  }

  /** The order of these checks is the portal's own (REST brief, emulator.md section 2). */
  private answerRest(route: RestRoute, request: WireRequest): WireReply {
    const { state } = this.portal;
    const secret = route.kind === "webhook" ? route.secret : "";
    const isLimited = this.options.isThrottled === true && state.traits.hasLimits;
    if (isLimited && !this.buckets.admit(secret, state.now())) return this.refused(tooManyRequests);
    if (route.format === "xml") return this.refused(wrongTransport);
    const call = { method: route.method, parameters: this.parametersOf(request) };
    const disturbance = this.disturb(call, secret, false);
    if (disturbance.isStopped === true) return this.refused(this.refusals.stopped);
    const { status, body, timing } = this.portal.call(
      { ...call, user: this.userIdOf(route), secret },
      {
        ...this.watch(call.method, secret, disturbance, request.durationSeconds),
        rejection: this.rejectionOf(route, call.parameters, disturbance),
        fillIn: (parameters: JsonObject, earlier: EarlierItems) =>
          resolveReferences(parameters, earlier),
        item: (item) => this.watchItem(item, route, request.durationSeconds),
      },
    );
    const cloud = timing?.operating === undefined ? {} : cloudHeaders(timing.durationSeconds);
    return { status, headers: { ...restHeaders, ...cloud }, body };
  }

  private parametersOf(request: WireRequest): JsonObject {
    const parameters = requestParameters(request);
    const { botToken } = this.options;
    return botToken !== undefined && parameters["botToken"] === botToken
      ? { ...parameters, botToken: usualBotToken }
      : parameters;
  }

  private watch(
    method: string,
    secret: string,
    disturbance: Disturbance,
    durationSeconds = 0.004,
  ): CallWatch {
    const { state } = this.portal;
    const { traits, now } = { traits: state.traits, now: state.now() };
    const isUsedUp = traits.hasLimits && this.ledger.isBanned(secret, method, now);
    return {
      lostScopes: disturbance.lostScopes,
      refusal: this.refusalOf(disturbance, isUsedUp),
      reshape: disturbance.reshape,
      durationSeconds,
      charge: () => {
        this.ledger.charge(secret, method, durationSeconds, now);
      },
      operating: () => ({
        seconds: this.ledger.operating(secret, method, now),
        resetAt: this.ledger.resetAt(secret, method, now),
      }),
    };
  }

  private watchItem(item: NamedCall, route: RestRoute, durationSeconds?: number): CallWatch {
    const secret = route.kind === "webhook" ? route.secret : "";
    const disturbance = this.disturb(item, secret, true);
    return {
      ...this.watch(item.method, secret, disturbance, durationSeconds),
      finished: (outcome) => {
        this.options.onBatchItem?.({ ...item, user: this.userIdOf(route), secret, outcome });
      },
    };
  }

  private refusalOf(disturbance: Disturbance, isUsedUp: boolean): Refusal | undefined {
    if (disturbance.isOverloaded === true) return this.refusals.overloaded;
    if (disturbance.hasPlanWithoutRest === true) return this.refusals.planWithoutRest;
    return isUsedUp || disturbance.isBanned === true ? operatingBan : disturbance.refusal;
  }

  private rejectionOf(
    route: RestRoute,
    parameters: JsonObject,
    disturbance: Disturbance,
  ): Refusal | undefined {
    const isPlain = !this.origin.startsWith("https:");
    if (this.options.requiresHttps === true && isPlain) return this.refusals.httpsRequired;
    if (route.kind === "oauth") {
      return textOf(parameters["auth"]) === "expired" ? expiredToken : noAuthFound;
    }
    return disturbance.isSecretRejected === true ? this.refusals.wrongSecret : undefined;
  }

  private disturb(call: NamedCall, secret: string, isBatchItem: boolean): Disturbance {
    const { method, parameters } = call;
    const disturbed = { method: method.toLowerCase(), parameters, secret, isBatchItem };
    return this.options.disturb?.(disturbed) ?? {};
  }

  /** The path of a webhook may also carry the login of its user. */
  private userIdOf(route: RestRoute): string {
    if (route.kind !== "webhook" || /^\d+$/.test(route.user)) {
      return route.kind === "webhook" ? route.user : "";
    }
    const login = route.user.toLowerCase();
    const owner = webhooks.find(
      ({ userId }) => this.portal.state.people.get(userId)?.login === login,
    );
    return String(owner?.userId ?? "");
  }

  private route({ path }: WireRequest): Route {
    return parseRoute(path, restPathOf(this.portalProfile));
  }

  private get refusals() {
    return refusalsOf(this.statusProfile);
  }

  private refused(refusal: Refusal): WireReply {
    const { status, body } = this.portal.refused(refusal);
    return { status, headers: restHeaders, body };
  }
}

type RestRoute = Extract<Route, { kind: "webhook" | "oauth" }>;
