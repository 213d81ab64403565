import { failure, success, type Result } from "../base/result";
import { isExampleHost, isPlaceholder, isSecret } from "./webhookParts";
import type { BotToken } from "./botToken";
import type { TextFilter } from "../base/jsonReader";
import { allOf, hiddenSecret, isDistinctive, SecretFilter } from "./secretText";

/** Why a text is not a usable incoming webhook. None of these carries any of the text. */
export type WebhookProblem =
  | "empty"
  /** No address in it at all. */
  | "noAddress"
  /** No address, but one long word: an OAuth token or a bare secret. */
  | "bareToken"
  /** `/rest/METHOD` with an access token: the OAuth form. */
  | "oauthAddress"
  /** The tokens of an OAuth application. */
  | "oauthSettings"
  /** `rest/1/SECRET/` and no host. */
  | "noPortal"
  /** An address without `/rest/`: the portal itself, or the handler of an outgoing webhook. */
  | "noRestPath"
  | "noUserId"
  /** `/rest/0/`: the portal takes it for nobody. */
  | "zeroUser"
  | "noSecret"
  /** `1o2...`: a part of the secret was left out, or starred. */
  | "cutOff"
  /** The words of a template stand where the values belong. */
  | "placeholder"
  /** `/rest/SECRET/1/`: the two parts changed places. */
  | "transposed"
  | "userInfo"
  /** Plain http to a public host. */
  | "insecure"
  | "unreadable";

/** Methods of the global scope without a dot: they stand where a forgotten secret would. */
const dotlessMethods = new Set(["profile", "scope", "methods", "batch", "events"]);

/**
 * An incoming webhook: a password that acts as the user who created it. The secret leaves an
 * instance only towards the portal (`methodUrl`) and towards SecretStorage (`toStored`).
 * @see REST brief, transport.md section 1
 */
export class Webhook {
  readonly #secret: string;
  readonly #botTokens: readonly BotToken[];
  #filter: TextFilter | undefined;

  private constructor(
    /** `https://example.bitrix24.com`, with a port when there is one. */
    readonly origin: string,
    /** `/rest`, or with a prefix `/sub/rest`. */
    readonly basePath: string,
    /** Digits, or a login: the portal accepts both. */
    readonly userId: string,
    secret: string,
    botTokens: readonly BotToken[] = [],
  ) {
    this.#secret = secret;
    this.#botTokens = botTokens;
  }

  /** @param address with host, user and secret, and nothing around it */
  static ofAddress(address: string): Result<Webhook, WebhookProblem> {
    if (hasTemplate(address)) return failure("placeholder");
    if (!URL.canParse(address)) return failure("unreadable");
    const url = new URL(address);
    if (url.username !== "" || url.password !== "") return failure("userInfo");
    const parts = readPath(url);
    if (!parts.ok) return parts;
    if (url.protocol === "http:" && !isPrivateHost(url.hostname)) return failure("insecure");
    const { basePath, userId, secret } = parts.value;
    if (isExampleHost(url.hostname)) return failure("placeholder");
    return success(new Webhook(url.origin, basePath, userId, secret));
  }

  /** Over plain http to a box: whoever shares its network can read the secret. */
  get travelsOpen(): boolean {
    return this.origin.startsWith("http:") && !isLoopback(new URL(this.origin).hostname);
  }

  get host(): string {
    return this.origin.slice(this.origin.indexOf("//") + 2);
  }

  /** The address of a call. It holds the secret: for the transport only. */
  methodUrl(method: string): string {
    return `${this.origin}${this.basePath}/${this.userId}/${this.#secret}/${method}`;
  }

  /** The whole webhook. It holds the secret: for SecretStorage only. */
  toStored(): string {
    return `${this.origin}${this.basePath}/${this.userId}/${this.#secret}/`;
  }

  /** The same webhook, which keeps these tokens of the portal's bots out of what is shown, too. */
  withBotTokens(tokens: readonly BotToken[]): Webhook {
    return new Webhook(this.origin, this.basePath, this.userId, this.#secret, tokens);
  }

  /** Removes the secrets from a text, wherever a portal or a proxy may have echoed them. */
  get filter(): TextFilter {
    return (this.#filter ??= allOf([
      isDistinctive(this.#secret)
        ? new SecretFilter(this.#secret)
        : new SecretFilter(this.#secret, `/${this.userId}/`),
      ...this.#botTokens.map((token) => token.filter),
    ]));
  }

  redact(text: string): string {
    return this.filter.redact(text);
  }

  /**
   * The same webhook at another address, for a portal that was renamed. The secret goes there from then on: only
   * the user can say that it may.
   * @param origin an address that a webhook could be pasted with
   */
  movedTo(origin: string): Result<Webhook, WebhookProblem> {
    return Webhook.ofAddress(origin + this.toStored().slice(this.origin.length));
  }

  equals(other: Webhook): boolean {
    return this.toStored() === other.toStored();
  }

  toString(): string {
    return `${this.origin}${this.basePath}/${this.userId}/${hiddenSecret}/`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Plain http carries the secret in clear text; to one's own machine that is harmless. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

/** Names and addresses that only a private network or a test knows. */
function isPrivateHost(hostname: string): boolean {
  if (isLoopback(hostname) || !/[.:]/.test(hostname)) return true;
  if (/^\[(?:f[cd]|fe[89ab])/i.test(hostname)) return true;
  if (/^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}$/.test(hostname)) {
    return true;
  }
  return /\.(?:test|local|localhost|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/i.test(
    hostname,
  );
}

/** `<portal>`, `{domain}` or `%s` where a host, a user or a secret belongs; behind them a method may. */
function hasTemplate(address: string): boolean {
  const upToSecret = /^[^?#]*?\/rest\/(?:api\/)?[^/?#]*(?:\/[^/?#]*)?/i.exec(address)?.[0] ?? "";
  return /[<>{}$]|%(?:[sd](?![\da-f])|\(|[A-Z_][A-Z\d_]{2,}%)/.test(upToSecret);
}

interface WebhookPath {
  readonly basePath: string;
  readonly userId: string;
  readonly secret: string;
}

function readPath(url: URL): Result<WebhookPath, WebhookProblem> {
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const rest = placeOfRest(segments);
  if (rest < 0) return failure("noRestPath");
  const after = segments.slice(rest + 1);
  // The form of REST v3, /rest/api/USER/SECRET/: the official JS client drops the word too.
  const isApi = after[0] === "api";
  if (isApi) after.shift();
  const userId = after[0];
  if (userId === undefined || /^-\d+$/.test(userId)) return failure("noUserId");
  if (/^0+$/.test(userId)) return failure("zeroUser");
  const raw = decodeSegment(after[1]);
  if (isPlaceholder(userId) || (raw !== undefined && isPlaceholder(raw))) {
    return failure("placeholder");
  }
  if (raw !== undefined && isShortened(raw)) return failure("cutOff");
  // `/rest/SECRET/METHOD`: what stands in the user's place is a secret by its shape.
  if (isSecret(userId) && (raw === undefined || raw.includes(".") || dotlessMethods.has(raw))) {
    return failure("noUserId");
  }
  const secret = after[1] === undefined ? undefined : withoutTail(after[1]);
  const isMethod = dotlessMethods.has(userId) || (userId.includes(".") && secret === undefined);
  if (isMethod) return failure(url.searchParams.has("auth") ? "oauthAddress" : "noUserId");
  if (secret === undefined || secret === "") return failure("noSecret");
  // Jira has `/rest/api/2/issue/`.
  const isWord = isApi ? /^[a-z]+$/i.test(secret) : dotlessMethods.has(secret);
  if (isWord || !/^[\w-]+$/.test(secret)) return failure("noSecret");
  if (!/^\d+$/.test(userId) && /^\d+$/.test(secret)) return failure("transposed");
  if (!/^[\w.@-]+$/.test(userId)) return failure("noUserId");
  const basePath = `/${[...segments.slice(0, rest), "rest"].join("/")}`;
  return success({ basePath, userId, secret });
}

/** Written otherwise, the word is a webhook's only before the number of a user: other sites have it, too. */
function placeOfRest(segments: readonly string[]): number {
  const exact = segments.indexOf("rest");
  if (exact >= 0) return exact;
  return segments.findIndex(
    (segment, index) => /^rest$/i.test(segment) && /^\d+$/.test(segments[index + 1] ?? ""),
  );
}

/** Dots, an ellipsis, stars or `xxxxxx` in place of signs of the secret. */
function isShortened(raw: string): boolean {
  return /^(?:\w+(?:\.{2,}|…|\*{2,}|•{2,})|(?:\*{2,}|•{2,}|x{6,})\w)/iu.test(raw);
}

function decodeSegment(segment: string | undefined): string | undefined {
  if (segment === undefined) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Text around a pasted address leaves a comma or a bracket behind its last part. */
function withoutTail(segment: string): string {
  let end = segment.length;
  while (end > 0 && !/[\w-]/.test(segment.charAt(end - 1))) end -= 1;
  return segment.slice(0, end);
}
