import type { Result } from "../base/result";
import { failure, success } from "../base/result";
import { isObject, jsonType } from "../base/json";
import { flagOf } from "../dialog/fieldValue";
import { hasCode, type PortalError } from "../portal/portalError";
import { readMethods, type ReadMethod } from "../portal/readMethods";
import { readOwner, readScopes, type WebhookOwner } from "../portal/webhookAccess";

/** Called themselves, so there is no need to ask whether they could be. */
const revisionMethods = ["im.revision.get", "imbot.v2.Revision.get"] as const;

type RevisionMethod = (typeof revisionMethods)[number];

/** The methods that need a scope; those of the global scope answer to every webhook. */
export type CheckedMethod = Exclude<
  {
    [Method in ReadMethod]: (typeof readMethods)[Method] extends { readonly scope: string }
      ? Method
      : never;
  }[ReadMethod],
  RevisionMethod
>;

export type Scope = (typeof readMethods)[CheckedMethod]["scope"];

/** All that the client can call and a webhook must be granted, in the order of the table. */
export const checkedMethods: readonly CheckedMethod[] = Object.keys(readMethods).filter(isChecked);

function isChecked(method: string): method is CheckedMethod {
  const isRevision = (revisionMethods as readonly string[]).includes(method);
  return !isRevision && "scope" in readMethods[method as ReadMethod];
}

/** Why the portal did not tell something. */
export type Unanswered = Exclude<PortalError, { kind: "cancelled" }>;

/** A call's part of the reply: its result as it came, or why there is none. */
export type AccessReply = Result<unknown, Unanswered>;

/** What a portal replied to the questions about a webhook. */
export interface AccessReplies {
  readonly profile: AccessReply;
  readonly scope: AccessReply;
  readonly appInfo: AccessReply;
  readonly revisions: Readonly<Record<RevisionMethod, AccessReply>>;
  /** What `method.get` said of a method. */
  readonly methodGet: (method: CheckedMethod) => AccessReply;
}

export type MethodState =
  /** `isCertain` is false where it was concluded from the scopes, or the portal contradicts itself. */
  | { readonly kind: "works" | "scopeMissing" | "notOnPortal"; readonly isCertain: boolean }
  | { readonly kind: "notAsked"; readonly error: Unanswered };

export interface MethodAccess {
  readonly method: CheckedMethod;
  readonly scope: Scope;
  readonly state: MethodState;
}

/** Whose rule for requests holds; on its owner's server there is one only where the administrator sets it. */
type RateLimit = "enterprise" | "usual" | "ownServer" | "unknown";

/** The whole table in a word. */
export type AccessVerdict =
  | "everything"
  /** The same, but concluded from the scopes. */
  | "everythingProbably"
  /** What is missing is missing on the portal, not in the webhook. */
  | "allThatPortalHas"
  | "partly"
  | "noDialogs"
  | "unknown";

export interface AccessReport {
  readonly verdict: AccessVerdict;
  readonly owner: Result<WebhookOwner, Unanswered>;
  readonly scopes: Result<readonly string[], Unanswered>;
  readonly methods: readonly MethodAccess[];
  /** What has to be granted for methods that the portal has. */
  readonly missingScopes: readonly Scope[];
  readonly revisions: Readonly<Record<RevisionMethod, Result<string, Unanswered>>>;
  /** As the portal names its plan: `de_pro100`, `ru_ent250`, `de_selfhosted`; many portals do not tell a webhook. */
  readonly license: string | undefined;
  readonly rateLimit: RateLimit;
}

/**
 * Decides from a portal's replies what a webhook may do. Each part stands for itself: what one reply does
 * not tell leaves the others as they are.
 * @param answered where and how the replies came, for parts that cannot be read
 * @see REST brief, browsing.md section 1
 */
export function accessReport(
  replies: AccessReplies,
  answered: { readonly host: string; readonly status: number },
): AccessReport {
  const misfit = (path: string, found: string): { ok: false; error: Unanswered } =>
    failure({ kind: "malformed", ...answered, path, found });
  const owner = andThen(replies.profile, (result) => {
    const read = readOwner(result);
    return read.ok ? read : misfit(read.error.path, read.error.found);
  });
  const scopes = andThen(replies.scope, (result) => {
    const read = readScopes(result);
    return read === undefined ? misfit("result", jsonType(result)) : success(read);
  });
  const revision = (method: RevisionMethod): Result<string, Unanswered> =>
    andThen(replies.revisions[method], (result) => {
      const rest = isObject(result) ? result["rest"] : undefined;
      return /^\d+$/.test(scalarText(rest))
        ? success(scalarText(rest))
        : misfit("result.rest", jsonType(rest));
    });
  const granted = scopes.ok ? scopes.value : undefined;
  const methods = checkedMethods.map((method): MethodAccess => {
    const { scope } = readMethods[method];
    const reply = replies.methodGet(method);
    const flags = andThen(
      reply,
      (result) => readFlags(result) ?? misfit("result", jsonType(result)),
    );
    const state = flags.ok
      ? stateOfFlags(flags.value, granted?.includes(scope))
      : stateWithout(reply, flags.error, granted?.includes(scope));
    return { method, scope, state };
  });
  const license = replies.appInfo.ok ? readLicense(replies.appInfo.value) : undefined;
  return {
    verdict: verdictOf(methods),
    owner,
    scopes,
    methods,
    missingScopes: missingScopes(methods, granted ?? []),
    revisions: {
      "im.revision.get": revision("im.revision.get"),
      "imbot.v2.Revision.get": revision("imbot.v2.Revision.get"),
    },
    license,
    rateLimit: rateLimitOf(license),
  };
}

interface MethodFlags {
  readonly isExisting: boolean;
  /** Whether the scope is granted. */
  readonly isAvailable: boolean;
}

function readFlags(
  result: unknown,
): { readonly ok: true; readonly value: MethodFlags } | undefined {
  if (!isObject(result)) return undefined;
  const isExisting = flagOf(result["isExisting"]);
  const isAvailable = flagOf(result["isAvailable"]);
  if (isExisting === false) return success({ isExisting, isAvailable: false });
  return isExisting === undefined || isAvailable === undefined
    ? undefined
    : success({ isExisting, isAvailable });
}

/** The portal's own word on a method counts for more than the list of scopes. */
function stateOfFlags(
  { isExisting, isAvailable }: MethodFlags,
  isGranted: boolean | undefined,
): MethodState {
  if (!isExisting) return { kind: "notOnPortal", isCertain: true };
  if (isAvailable) return { kind: "works", isCertain: true };
  return { kind: "scopeMissing", isCertain: isGranted !== true };
}

/** `method.get` told nothing. Only where the portal does not have it, the scopes speak instead. */
function stateWithout(
  reply: AccessReply,
  error: Unanswered,
  isGranted: boolean | undefined,
): MethodState {
  if (!isMethodMissing(reply)) return { kind: "notAsked", error };
  if (isGranted === undefined) return { kind: "notAsked", error };
  return { kind: isGranted ? "works" : "scopeMissing", isCertain: false };
}

function isMethodMissing(reply: AccessReply): boolean {
  return !reply.ok && hasCode(reply.error, "ERROR_METHOD_NOT_FOUND");
}

function verdictOf(methods: readonly MethodAccess[]): AccessVerdict {
  const states = methods.map(({ state }) => state);
  const isAll = (...kinds: readonly MethodState["kind"][]): boolean =>
    states.every(({ kind }) => kinds.includes(kind));
  if (isAll("notAsked")) return "unknown";
  if (isAll("works")) {
    const isCertain = states.every((state) => state.kind === "works" && state.isCertain);
    return isCertain ? "everything" : "everythingProbably";
  }
  const readers = methods.filter(({ method }) =>
    /^im(?:bot|openlines)?\.dialog\.get$/.test(method),
  );
  const isShut = ({ state: { kind } }: MethodAccess): boolean =>
    kind === "scopeMissing" || kind === "notOnPortal";
  if (readers.every(isShut)) return "noDialogs";
  return isAll("works", "notOnPortal") ? "allThatPortalHas" : "partly";
}

function missingScopes(
  methods: readonly MethodAccess[],
  granted: readonly string[],
): readonly Scope[] {
  const missing = methods.filter(({ state }) => state.kind === "scopeMissing");
  return [...new Set(missing.map(({ scope }) => scope))].filter(
    (scope) => !granted.includes(scope),
  );
}

export function readLicense(result: unknown): string | undefined {
  const license = isObject(result) ? result["LICENSE"] : undefined;
  return typeof license === "string" && license !== "" ? license : undefined;
}

function rateLimitOf(license: string | undefined): RateLimit {
  if (license === undefined) return "unknown";
  if (/_selfhosted$/i.test(license)) return "ownServer";
  return /_ent(?:\d|holding|erprise|$)/i.test(license) ? "enterprise" : "usual";
}

function scalarText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function andThen<T>(
  reply: AccessReply,
  read: (result: unknown) => Result<T, Unanswered>,
): Result<T, Unanswered> {
  return reply.ok ? read(reply.value) : reply;
}
