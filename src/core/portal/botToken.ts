import type { TextFilter } from "../base/jsonReader";
import { hiddenSecret, isDistinctive, SecretFilter } from "./secretText";

export type BotTokenProblem = "notOneWord" | "tooLong";

/**
 * What proves to a portal that a call speaks for a bot: a password. For a bot of the first version that was
 * registered through a webhook it is the CLIENT_ID of its registration. The text leaves an instance only towards
 * the portal (`toWire`) and towards SecretStorage (`toStored`).
 * @see REST brief, dialogs.md section 4 and browsing.md section 0
 */
export class BotToken {
  static readonly longest = 255;
  readonly #token: string;
  #filter: TextFilter | undefined;

  private constructor(token: string) {
    this.#token = token;
  }

  /** Why a text cannot be a token; `undefined`: it can. */
  static problemOf(text: string): BotTokenProblem | undefined {
    const token = tokenIn(text);
    if (!/^\S+$/.test(token)) return "notOneWord";
    return token.length > BotToken.longest ? "tooLong" : undefined;
  }

  static parse(text: string): BotToken | undefined {
    return BotToken.problemOf(text) === undefined ? new BotToken(tokenIn(text)) : undefined;
  }

  /** The token itself: for the body of a request only. */
  toWire(): string {
    return this.#token;
  }

  /** The token itself: for SecretStorage only. */
  toStored(): string {
    return this.#token;
  }

  /** Removes the token from a text, wherever a portal may have echoed it. */
  get filter(): TextFilter {
    return (this.#filter ??= this.makeFilter());
  }

  /** Whether a bot could be registered with it today; those that were registered before go on working. */
  get isLongForToday(): boolean {
    return this.#token.length > 40;
  }

  equals(other: BotToken): boolean {
    return this.#token === other.#token;
  }

  toString(): string {
    return hiddenSecret;
  }

  toJSON(): string {
    return hiddenSecret;
  }

  private makeFilter(): TextFilter {
    const token = this.#token;
    if (isDistinctive(token)) return new SecretFilter(token);
    const quoted = new SecretFilter(token, '"', '"');
    return {
      shortest: token.length,
      redact: (text) => (text === token ? hiddenSecret : quoted.redact(text)),
    };
  }
}

/** People paste tokens with the spaces and quotes around them. */
function tokenIn(text: string): string {
  return text.trim().replace(/^(["'`])(.*)\1$/, "$2");
}
