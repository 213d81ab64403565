import { hiddenSecret, isDistinctive } from "./secretText";

/**
 * What proves to a portal that a call speaks for a bot: a password. For a bot of the first version that was
 * registered through a webhook it is the CLIENT_ID of its registration. The text leaves an instance only towards
 * the portal (`toWire`) and towards SecretStorage (`toStored`).
 * @see REST brief, dialogs.md section 4 and browsing.md section 0
 */
export class BotToken {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  /** `undefined` for a text that cannot be a token: empty, in several words, or endless. */
  static parse(text: string): BotToken | undefined {
    const token = text.trim().replace(/^(["'`])(.*)\1$/, "$2");
    return /^\S{1,255}$/.test(token) ? new BotToken(token) : undefined;
  }

  /** The token itself: for the body of a request only. */
  toWire(): string {
    return this.#token;
  }

  /** The token itself: for SecretStorage only. */
  toStored(): string {
    return this.#token;
  }

  /** The same text without the token, wherever a portal may have echoed it. */
  redact(text: string): string {
    if (isDistinctive(this.#token)) return text.replaceAll(this.#token, hiddenSecret);
    return text.replaceAll(JSON.stringify(this.#token), JSON.stringify(hiddenSecret));
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
}
