import type { TextFilter } from "../base/jsonReader";

/**
 * Other secrets are redacted only where they cannot be anything else: three letters would black out
 * half of every reply, and a short number would break the ids in it.
 */
const distinctive = /^(?=.*\D).{6,}$|^\d{12,}$/;

export const hiddenSecret = "***";

/** Whether a secret can be told from ordinary text wherever it stands. */
export function isDistinctive(secret: string): boolean {
  return distinctive.test(secret);
}

/** Several filters as one. */
export function allOf(filters: readonly TextFilter[]): TextFilter {
  return {
    shortest: Math.min(...filters.map(({ shortest }) => shortest)),
    redact: (text) => filters.reduce((rest, filter) => filter.redact(rest), text),
  };
}

/** Removes one secret from a text, in any case and however its characters are escaped. */
export class SecretFilter implements TextFilter {
  readonly shortest: number;
  readonly #plain: RegExp;
  /** Finds a sign that the secret may be there in another spelling. */
  readonly #sign: RegExp;
  readonly #secret: RegExp;

  /**
   * @param before what must stand in front of the secret, and stays: for one that may be an ordinary word
   * @param after the same for what is behind it
   */
  constructor(secret: string, before = "", after = "") {
    const whole = before + secret + after;
    this.shortest = whole.length;
    this.#plain = new RegExp(literal(whole), "i");
    const signs = ["\\\\u00", "%(?:25)*[2-7][0-9a-f]", "&(?:amp;)*#"];
    if (/\W/.test(whole)) signs.push("\\\\\\W", "&[a-z]+;");
    this.#sign = new RegExp(signs.join("|"), "i");
    const end = after === "" && before !== "" ? "(?!\\w)" : spelled(after);
    this.#secret = new RegExp(`(${spelled(before)})${spelled(secret)}(${end})`, "gi");
  }

  redact(text: string): string {
    // Most texts have no sign: to search for every spelling takes ten times as long.
    if (text.length < this.shortest || !(this.#plain.test(text) || this.#hasSign(text)))
      return text;
    return text.replace(this.#secret, `$1${hiddenSecret}$2`);
  }

  #hasSign(text: string): boolean {
    return ["\\", "%", "&"].some((escape) => text.includes(escape)) && this.#sign.test(text);
  }
}

function literal(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}

/** Each character as itself, escaped as JSON, in an address or in HTML does, and those several times over. */
function spelled(text: string): string {
  return Array.from(text, spellingsOf).join("");
}

function spellingsOf(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  const name = htmlNames[character];
  const spellings = [
    /\w/.test(character) ? character : `(?:${backslashes})?${literal(character)}`,
    `${backslashes}u${hex.padStart(4, "0")}`,
    `%(?:25){0,4}${hex.padStart(2, "0")}`,
    `&(?:amp;){0,4}#0{0,6}${code};?`,
    `&(?:amp;){0,4}#x0{0,6}${hex};?`,
    ...(name === undefined ? [] : [`&(?:amp;){0,4}${name};`]),
  ];
  return `(?:${spellings.join("|")})`;
}

/** From the first of them on: a text full of backslashes is searched once, not from each of them. */
const backslashes = "(?<!\\\\)\\\\{1,64}";

const htmlNames: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};
