import { failure, success, type Result } from "../base/result";
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
  /** An address without `/rest/`: the portal itself, or the handler of an outgoing webhook. */
  | "noRestPath"
  | "noUserId"
  | "noSecret"
  /** `/rest/SECRET/1/`: the two parts changed places. */
  | "transposed"
  | "userInfo"
  | "insecure"
  | "unreadable";

export interface ParsedWebhook {
  readonly webhook: Webhook;
  /** The text had no scheme, so https was taken. */
  readonly assumedHttps: boolean;
}

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

  /** Finds a webhook in whatever was pasted: an address, a sample call, a whole curl line. */
  static parse(text: string): Result<ParsedWebhook, WebhookProblem> {
    const pasted = text.trim();
    if (pasted === "") return failure("empty");
    const found = findAddress(pasted);
    if (found === undefined) {
      return failure(/^[\w.-]{10,}$/.test(pasted) ? "bareToken" : "noAddress");
    }
    if (!URL.canParse(found.address)) return failure("unreadable");
    const url = new URL(found.address);
    if (url.username !== "" || url.password !== "") return failure("userInfo");
    const parts = readPath(url);
    if (!parts.ok) return parts;
    if (url.protocol === "http:" && !isLoopback(url.hostname)) return failure("insecure");
    const { basePath, userId, secret } = parts.value;
    const webhook = new Webhook(url.origin, basePath, userId, secret);
    return success({ webhook, assumedHttps: found.assumedHttps });
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
    const moved = Webhook.parse(origin + this.toStored().slice(this.origin.length));
    return moved.ok ? success(moved.value.webhook) : moved;
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

function findAddress(text: string): { address: string; assumedHttps: boolean } | undefined {
  const addresses = text.match(/https?:\/\/[^\s"'`<>]+/gi) ?? [];
  const address = addresses.find((candidate) => /\/rest(\/|$)/i.test(candidate)) ?? addresses[0];
  if (address !== undefined) return { address, assumedHttps: false };
  const bare = /(?:^|[\s"'`<])((?:[\p{L}\d-]+\.)+[\p{L}\d-]+(?::\d+)?\/[^\s"'`<>]*)/u.exec(
    text,
  )?.[1];
  return bare === undefined ? undefined : { address: `https://${bare}`, assumedHttps: true };
}

interface WebhookPath {
  readonly basePath: string;
  readonly userId: string;
  readonly secret: string;
}

function readPath(url: URL): Result<WebhookPath, WebhookProblem> {
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const rest = segments.indexOf("rest");
  if (rest < 0) return failure("noRestPath");
  const after = segments.slice(rest + 1);
  // The form of REST v3, /rest/api/USER/SECRET/: the official JS client drops the word too.
  if (after[0] === "api") after.shift();
  const userId = after[0];
  if (userId === undefined) return failure("noUserId");
  const secret = after[1] === undefined ? undefined : withoutTail(after[1]);
  const isMethod = dotlessMethods.has(userId) || (userId.includes(".") && secret === undefined);
  if (isMethod) return failure(url.searchParams.has("auth") ? "oauthAddress" : "noUserId");
  if (secret === undefined || secret === "") return failure("noSecret");
  if (!/^[\w-]+$/.test(secret) || dotlessMethods.has(secret)) return failure("noSecret");
  if (!/^\d+$/.test(userId) && /^\d+$/.test(secret)) return failure("transposed");
  if (!/^[\w.@-]+$/.test(userId)) return failure("noUserId");
  const basePath = `/${segments.slice(0, rest + 1).join("/")}`;
  return success({ basePath, userId, secret });
}

/** Text around a pasted address leaves a comma or a bracket behind its last part. */
function withoutTail(segment: string): string {
  let end = segment.length;
  while (end > 0 && !/[\w-]/.test(segment.charAt(end - 1))) end -= 1;
  return segment.slice(0, end);
}
