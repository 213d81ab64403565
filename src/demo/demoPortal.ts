import { demoOrigin } from "./demoAddress";
import { methodTable } from "./methods/allMethods";
import { CallRunner, type BatchItem } from "./portal/callRunner";
import { DemoState } from "./portal/demoState";
import type { Disturb, Disturbance } from "./wire/disturbance";
import type { Effect } from "./portal/effects";
import { envelope, preflightReply, restV3Reply, type DemoReply } from "./portal/envelope";
import type { JsonObject } from "./portal/json";
import { OperatingLedger } from "./wire/operatingLedger";
import type { Refusal } from "./portal/outcome";
import { notFoundPage, portalPage } from "./wire/pages";
import { readParameters, textOf } from "./portal/parameters";
import type { PortalProfile } from "./wire/portalProfile";
import { RateBuckets, usualBucket, type BucketSize } from "./wire/rateBucket";
import { parseRoute, type Route } from "./wire/route";
import {
  expiredToken,
  httpsRequired,
  methodNotFound,
  noAuthFound,
  portalStopped,
  tooManyRequests,
  wrongSecret,
  wrongTransport,
  type StatusProfile,
} from "./portal/systemRefusals";
import { webhooks, type Webhook } from "./portal/webhooks";
import type { Chat } from "./seed/chat";
import type { Person } from "./seed/person";

export type { DemoReply } from "./portal/envelope";

export interface DemoRequest {
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
  /** Lower-case, without a suffix. */
  readonly method: string;
  readonly parameters: JsonObject;
  readonly user: string;
  readonly secret: string;
}

export interface DemoOptions {
  /** Where the portal is served; default the built-in demo's, where pictures are data URIs. */
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
  /** Accept `crm|DEAL|88` as a dialog id and join its chat; default no, see `lookUpDialog`. */
  readonly acceptsCrmIds?: boolean;
  /** Beside the portal's own, for long lists. */
  readonly moreChats?: readonly Chat[];
  /** Makes calls go wrong, for tests. */
  readonly disturb?: Disturb;
  readonly onBatchItem?: (item: BatchItem) => void;
}

/**
 * A Bitrix24 portal in memory: "Northwind Couriers", its people and its dialogs. Answers any request
 * of the REST API at once and without a network; the same clock and requests give the same replies.
 */
export class DemoPortal {
  private readonly state: DemoState;
  private readonly buckets: RateBuckets;
  private readonly runner: CallRunner;
  private readonly isThrottled: boolean;
  private readonly requiresHttps: boolean;
  private readonly disturb: Disturb;

  constructor(options: DemoOptions = {}) {
    this.state = new DemoState(methodTable, {
      origin: options.origin ?? demoOrigin,
      clock: options.clock ?? Date.now,
      statusProfile: options.statusProfile ?? "source",
      portalProfile: options.portalProfile ?? "current",
      acceptsCrmIds: options.acceptsCrmIds ?? false,
      moreChats: options.moreChats ?? [],
    });
    this.isThrottled = options.isThrottled ?? false;
    this.requiresHttps = options.requiresHttps ?? false;
    this.buckets = new RateBuckets(options.bucket ?? usualBucket);
    this.disturb = options.disturb ?? (() => ({}));
    this.runner = new CallRunner(
      this.state,
      new OperatingLedger(options.operatingLimitSeconds ?? 480),
      this.disturb,
      options.onBatchItem ?? (() => undefined),
    );
  }

  /** What reads have changed on the portal so far, oldest first. */
  get effects(): readonly Effect[] {
    return this.state.effects;
  }

  setStatusProfile(profile: StatusProfile): void {
    this.state.statusProfile = profile;
  }

  setPortalProfile(profile: PortalProfile): void {
    this.state.portalProfile = profile;
  }

  /** The webhook URL of a user, as the portal shows it. */
  webhook(userId: Webhook["userId"] = 1): string {
    const secret = webhooks.find((webhook) => webhook.userId === userId)?.secret ?? "";
    return `${this.state.origin}${this.state.traits.restPath}/${userId}/${secret}/`;
  }

  /** Adds a message to a chat, as if somebody had just written it; nothing for unknown chats. */
  appendMessage(chatId: number, authorId: number, text: string): void {
    const chat = this.state.chats.get(chatId);
    if (chat !== undefined) this.state.messages.append(chat, authorId, text, this.state.now());
  }

  /** What a request asks for, before any check; the method is "" for what is no call. */
  describe(request: DemoRequest): DescribedRequest {
    const route = parseRoute(request.path, this.state.traits.restPath);
    const parameters = readParameters(request);
    if (route.kind === "oauth") return { method: route.method, parameters, user: "", secret: "" };
    if (route.kind !== "webhook") return { method: "", parameters, user: "", secret: "" };
    return { method: route.method, parameters, user: route.user, secret: route.secret };
  }

  answer(request: DemoRequest): DemoReply {
    if (request.verb.toUpperCase() === "OPTIONS") return preflightReply();
    const route = parseRoute(request.path, this.state.traits.restPath);
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
  private answerRest(route: RestRoute, request: DemoRequest): DemoReply {
    const { statusProfile, traits } = this.state;
    const parameters = readParameters(request);
    const secret = route.kind === "webhook" ? route.secret : "";
    const isLimited = this.isThrottled && traits.hasLimits;
    if (isLimited && !this.buckets.admit(secret, this.state.now())) {
      return this.refused(tooManyRequests);
    }
    if (route.format === "xml") return this.refused(wrongTransport);
    const disturbance = this.disturb({
      method: route.method,
      parameters,
      secret,
      isBatchItem: false,
    });
    if (disturbance.isStopped === true) return this.refused(portalStopped(statusProfile));
    const method = this.state.methods.find(route.method, traits.hasV2Methods);
    if (method === undefined) return this.refused(methodNotFound);
    const identity = this.identify(route, parameters, disturbance);
    if (!identity.ok) return this.refused(identity);

    const durationSeconds = request.durationSeconds ?? 0.004;
    const call = { ...identity, method, parameters, disturbance, durationSeconds };
    const outcome = this.runner.run(call);
    return envelope(outcome, this.runner.timingOf(call));
  }

  private identify(
    route: RestRoute,
    parameters: JsonObject,
    disturbance: Disturbance,
  ): { readonly ok: true; readonly webhook: Webhook; readonly caller: Person } | Refusal {
    const { origin, statusProfile, people } = this.state;
    if (this.requiresHttps && !origin.startsWith("https:")) return httpsRequired(statusProfile);
    if (route.kind === "oauth") {
      return textOf(parameters["auth"]) === "expired" ? expiredToken : noAuthFound;
    }
    const caller = people.findByLogin(route.user);
    const webhook = webhooks.find(
      ({ userId, secret }) => userId === caller?.id && secret === route.secret,
    );
    if (caller === undefined || webhook === undefined || disturbance.isSecretRejected === true) {
      return wrongSecret(statusProfile);
    }
    return { ok: true, webhook, caller };
  }

  private refused(refusal: Refusal): DemoReply {
    return envelope(refusal, {
      startMs: this.state.now(),
      durationSeconds: 0.001,
      isStartFractional: false,
    });
  }
}

type RestRoute = Extract<Route, { kind: "webhook" | "oauth" }>;
