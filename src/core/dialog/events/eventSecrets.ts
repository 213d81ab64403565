import { isObject } from "../../base/json";
import { hiddenSecret, isDistinctive, SecretFilter } from "../../portal/secretText";
import { newObject } from "./dump";

/** A place that held a secret: `auth.access_token`. */
export interface SecretPlace {
  readonly path: string;
  readonly key: string;
}

export interface BlackedOut {
  readonly value: unknown;
  readonly secrets: readonly SecretPlace[];
}

/**
 * What opens a portal or proves a sender, however it is spelled. `application_token` and `CLIENT_ID` of a bot that was
 * registered by a webhook are its token. @see REST brief, events.md, "auth block"
 */
const secretKey =
  /(?:^|_)(?:client_?(?:id|secret)|secret|(?:auth|refresh|sess)_?id|app_?sid|password|authorization|cookie)$|token$/i;
/** The addresses of a file open it for whoever has them (REST brief, messages.md). */
const fileAddress = /^url_?(?:download|preview|show)$/i;
/** The path of a webhook, with its secret. */
const webhookPath =
  /(\brest\\{0,4}(?:\/|%(?:25)*2F)[1-9]\d{0,15}\\{0,4}(?:\/|%(?:25)*2F))[a-z\d]{8,64}(?![a-z\d])/gi;
/**
 * The same in a query, whose signs may be escaped: REST takes a token as `auth`, the address of an old handler has its
 * bot's CLIENT_ID.
 */
const queryToken = new RegExp(
  String.raw`((?:[?&](?:amp;|#0{0,4}38;|#x0{0,4}26;){0,4}|&(?:#0{0,4}63|#x0{0,4}3f|quest);|%(?:25)*(?:3F|26)|\\{1,4}u00(?:3f|26))` +
    String.raw`(?:auth|access_token|refresh_token|application_token|client_id|client_secret)` +
    String.raw`(?:=|%(?:25)*3D|\\{1,4}u003d|&(?:#0{0,4}61|#x0{0,4}3d|equals);))` +
    String.raw`(?:(?!%(?:25)*(?:26|23|20|22|27|3C|3E))[^&\s"'<>\\]){6,}`,
  "gi",
);
/** More are no event's; each costs a search of every text. */
const mostSearched = 40;

/**
 * A copy without secrets: neither where they belong, nor where a text repeats them. Keys are texts, too.
 * @param standIn what stands in a secret's place
 */
export function blackOut(
  value: unknown,
  standIn: (key: string, secret: unknown) => string = () => hiddenSecret,
): BlackedOut {
  const secrets: SecretPlace[] = [];
  const texts = new Set<string>();
  const visit = (node: unknown, path: string): unknown => {
    if (Array.isArray(node)) return node.map((each, index) => visit(each, `${path}.${index}`));
    if (!isObject(node)) return node;
    const copy = newObject();
    for (const [key, each] of Object.entries(node)) {
      const place = path === "" ? key : `${path}.${key}`;
      if (!isSecret(key, each)) copy[key] = visit(each, place);
      else {
        copy[key] = standIn(key, each);
        secrets.push({ path: place, key });
        collect(each, texts);
      }
    }
    return copy;
  };
  const hidden = visit(value, "");
  return { value: withoutTexts(hidden, texts), secrets };
}

function isSecretKey(key: string): boolean {
  return secretKey.test(key.replace(/([a-z])([A-Z])|[-. ]/g, "$1_$2")) || fileAddress.test(key);
}

/** `auth` is a block of keys, or the token itself. */
function isSecret(key: string, value: unknown): boolean {
  if (value === null || value === "") return false;
  return isSecretKey(key) || (/^auth$/i.test(key) && typeof value !== "object");
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === "string" || typeof value === "number") {
    // A handler's bot is known to the portal as `custom` and its token.
    for (const text of [String(value), String(value).replace(/^custom/, "")])
      if (isDistinctive(text) && texts.size < mostSearched) texts.add(text);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) collect(each, texts);
  }
}

function withoutTexts(value: unknown, texts: ReadonlySet<string>): unknown {
  const filters = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((secret) => new SecretFilter(secret));
  const clean = (text: string): string =>
    filters
      .reduce((rest, filter) => filter.redact(rest), text)
      .replace(webhookPath, `$1${hiddenSecret}`)
      .replace(queryToken, `$1${hiddenSecret}`);
  const visit = (node: unknown): unknown => {
    if (typeof node === "string") return clean(node);
    if (Array.isArray(node)) return node.map(visit);
    if (!isObject(node)) return node;
    const copy = newObject();
    for (const [key, each] of Object.entries(node)) copy[clean(key)] = visit(each);
    return copy;
  };
  return visit(value);
}
