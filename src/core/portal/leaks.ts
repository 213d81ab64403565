import { longestDocument, longestLine } from "../base/textLimits";
import { isExampleHost, isPlaceholder, isSecret } from "./webhookParts";

/** A secret that stands in a text. It says where, never what. */
export interface Leak {
  readonly kind: "webhook" | "botToken";
  readonly offset: number;
  readonly length: number;
  /** Of a webhook whose whole address is there. */
  readonly host?: string;
  /** Whose webhook it is: digits, or a login. */
  readonly userId?: string;
}

/** As text has it, and as JSON, JavaScript and addresses inside addresses escape it. */
const slash = String.raw`(?:\\{0,8}\/|\\{1,4}(?:u00|x)2f|%(?:25){0,3}2f)`;
const gap = String.raw`["'\]]{0,3}\s{0,4}(?:=>|:=|[:=,])\s{0,4}`;

const paths = new RegExp(
  `(?:${slash}|(?<![\\w%\\\\./-]))rest${slash}(?:api${slash})?([\\w.@-]{1,64})${slash}([a-z\\d]{12,64})(?![\\w-])(?:${slash})?`,
  "gi",
);
const scheme = new RegExp(`https?(?::|%(?:25){0,3}3a)${slash}{2}`, "gi");
const folders = `(?:${slash}[\\w.-]{1,60}){0,4}`;
const hostAfterScheme = new RegExp(`^([\\p{L}\\d.-]+(?:(?::|%3a)\\d{1,5})?)${folders}$`, "iu");
const bareHost = new RegExp(
  `(?:^|[\\s"'\`<=(])((?:[\\p{L}\\d-]+\\.)+[\\p{L}\\d-]{2,}(?::\\d{1,5})?)${folders}$`,
  "iu",
);
/** The longest address before its `/rest/`. */
const longestBefore = 300;

/** Settings that hold a webhook without its host: `webhook_token="1/…"`, `$b24WebHook = '…'`. */
const pieces = new RegExp(
  `\\b(\\w{0,40}?hook\\w{0,16})${gap}(["'\`])(?:([1-9]\\d{0,15})/)?([a-z\\d]{12,64})/?\\2`,
  "gi",
);
const tokens = new RegExp(
  `(bot_?token|client_?id)${gap}(["'\`])([\\w-]{12,128})\\2|^(?:export )?[A-Z\\d_]*(BOT_TOKEN)=([\\w-]{12,128})(?=\\s*$)`,
  "gim",
);

/** A line with such a comment was looked at by somebody. */
const allowed = /not[ -]a[ -]secret|gitleaks:allow/i;

/**
 * Webhooks and bot tokens of a text, in their order. Placeholders, the examples of documents and what nobody can call
 * are none, nor is a line that a comment allows, or a bot's token where nothing has to do with Bitrix24: other services
 * have bots, too. One pass for each of three expressions.
 */
export function findLeaks(text: string): readonly Leak[] {
  const isOfBitrix = /bitrix|imbot|\bb24/i.test(text);
  const isReadable = lineTest(text);
  return findSecrets(text, isOfBitrix).filter(({ offset }) => isReadable(offset));
}

/** The same, also in lines that a comment allows: it says that nobody need be told, not that others may read it. */
export function findSecrets(text: string, isOfBitrix = true): readonly Leak[] {
  if (text.length > longestDocument) return [];
  return [...findWebhooks(text).filter(({ host }) => !isReserved(host)), ...findPieces(text)]
    .concat(isOfBitrix ? findBotTokens(text) : [])
    .sort((a, b) => a.offset - b.offset);
}

/**
 * The hosts whose webhooks a `.env` holds, as portals keep them; what a comment holds is not in use. No secret leaves
 * this function.
 */
export function webhookHosts(text: string): readonly string[] {
  if (text.length > longestDocument) return [];
  const used = text.replace(/^[ \t]*#.*/gm, "");
  const addresses = findWebhooks(used).map(({ host = "" }) => `https://${host}`);
  return [...new Set(addresses.flatMap((at) => (URL.canParse(at) ? new URL(at).host : [])))];
}

function findWebhooks(text: string): readonly Leak[] {
  return [...text.matchAll(paths)].flatMap((match): readonly Leak[] => {
    const [whole, userId = "", secret = ""] = match;
    const { start, host } = addressBefore(text, match.index);
    if (host !== undefined && isExampleHost(host)) return [];
    const isCloud = host !== undefined && /\.bitrix24\.[a-z.]+$/i.test(host);
    if (userId === "0" || isPlaceholder(userId) || !isRealSecret(secret, isCloud)) return [];
    const offset = host === undefined ? match.index + whole.search(/rest/i) : start;
    const length = match.index + whole.length - offset;
    return [{ kind: "webhook", offset, length, userId, ...(host === undefined ? {} : { host }) }];
  });
}

/** The host in front of a path, with or without its scheme. */
function addressBefore(
  text: string,
  at: number,
): { readonly start: number; readonly host?: string } {
  const from = Math.max(0, at - longestBefore);
  const before = text.slice(from, at);
  const last = [...before.matchAll(scheme)].at(-1);
  if (last !== undefined) {
    const host = hostAfterScheme.exec(before.slice(last.index + last[0].length))?.[1];
    if (host !== undefined) return { start: from + last.index, host: host.replace(/%3a/i, ":") };
  }
  const bare = bareHost.exec(before);
  const host = bare?.[1];
  if (bare === null || host === undefined) return { start: at };
  return { start: from + bare.index + bare[0].indexOf(host), host };
}

function findPieces(text: string): readonly Leak[] {
  return [...text.matchAll(pieces)].flatMap(
    ({ index, 0: whole, 1: name = "", 3: user, 4: secret = "" }) => {
      const isOurs = user !== undefined || /b24|bitrix/i.test(name);
      if (!isOurs || !isRealSecret(secret, false)) return [];
      const value = user === undefined ? secret : `${user}/${secret}`;
      const offset = index + whole.lastIndexOf(value);
      return [{ kind: "webhook", offset, length: value.length }];
    },
  );
}

/** A text that has to do with Bitrix24: other products have bot tokens, too. */
function findBotTokens(text: string): readonly Leak[] {
  return [...text.matchAll(tokens)].flatMap((match): readonly Leak[] => {
    const [whole, quotedName, , quoted, , bare] = match;
    const token = quoted ?? bare ?? "";
    const isToken = /\d/.test(token) && /[a-z]/i.test(token) && !isMadeUp(token);
    // For a bot of the first version that belongs to a webhook, CLIENT_ID is its token.
    const isClientId = quotedName !== undefined && /^client/i.test(quotedName);
    if (!isToken || (isClientId && !isBesideBot(text, match.index))) return [];
    const offset = match.index + whole.lastIndexOf(token);
    return [{ kind: "botToken", offset, length: token.length }];
  });
}

function isBesideBot(text: string, at: number): boolean {
  return /imbot\.|bot_?id/i.test(text.slice(Math.max(0, at - 400), at + 400));
}

/**
 * Portals make secrets of 16 small letters and digits.
 * @param isCloud one in two hundred has no digit: there it can be nothing else
 */
function isRealSecret(secret: string, isCloud: boolean): boolean {
  const isPossible = isSecret(secret) || (isCloud && /^[a-z]{16}$/.test(secret));
  return isPossible && !isMadeUp(secret);
}

const words =
  /your|token|web_?hook|example|sample|placeholder|passw|change_?me|^(?:my|the|test)?_?secret|here$|(?:abc|123)(?:def|456)|qwerty/i;

/** Somebody typed it to show where a secret belongs. */
function isMadeUp(secret: string): boolean {
  return words.test(secret) || isPlaceholder(secret) || new Set(secret).size < 6;
}

/** Names that no network knows (RFC 2606), and the address that documents take for any portal. */
function isReserved(host: string | undefined): boolean {
  return (
    host !== undefined &&
    /(?:^|\.)(?:(?:example|invalid)|example\.(?:com|net|org)|(?:b24-)?example\.bitrix24\.[a-z.]+)(?::\d+)?$/i.test(
      host,
    )
  );
}

/** Whether the line of a place is one to look at; the places come in any order, mostly ascending. */
function lineTest(text: string): (offset: number) => boolean {
  let [from, to, isOpen] = [0, -1, false];
  return (offset) => {
    if (offset < from || offset > to) {
      from = text.lastIndexOf("\n", offset - 1) + 1;
      const end = text.indexOf("\n", offset);
      to = end < 0 ? text.length : end;
      isOpen = to - from <= longestLine && !allowed.test(text.slice(from, to));
    }
    return isOpen;
  };
}
