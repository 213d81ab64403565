import { isSecret } from "./webhookParts";

/** An address that a text may mean, free of what escaped it. */
export interface FoundAddress {
  readonly address: string;
  /** The text had no scheme, so https was taken. */
  readonly assumedHttps: boolean;
}

/** The parts of a webhook that stand apart, each only where the text has exactly one. */
export interface WebhookPieces {
  readonly host: string | undefined;
  readonly userId: string | undefined;
  readonly secret: string | undefined;
  /** User and secret stand together, as only a webhook has them. */
  readonly isPair: boolean;
}

const whole = /https?:\/\/(?:<[\w .%=-]{1,40}>|\{[\w .-]{1,40}\}|[^\s"'`<>\\«»“”„])+/gi;
const encoded = /https?(?::|%(?:25)*3A)%(?:25)*2F%(?:25)*2F[^\s"'`<>&\\]+/gi;
/** Without a scheme, or with one that lost a sign: `https//h.example/…`. */
const bare =
  /(?:^|[\s"'`<=(])(?:(https?):?\/{1,2}|\/\/)?((?:[\p{L}\d-]+\.)+[\p{L}\d-]+(?::\d+)?\/[^\s"'`<>\\]*)/gu;

/** Every address of a text, those with a scheme first: plain, as JSON and HTML write them, or inside another one. */
export function findAddresses(text: string): readonly FoundAddress[] {
  const plain = withoutEscapes(text).replace(/(https?)%3A\/\//gi, "$1://");
  const written = [...(plain.match(whole) ?? []), ...(plain.match(encoded) ?? []).map(decoded)];
  const inner = written.flatMap((address) => address.slice(1).match(encoded)?.map(decoded) ?? []);
  const all = [...written, ...inner].map((address) => ({ address, assumedHttps: false }));
  if (all.length > 0) return all;
  return [...plain.matchAll(bare)].map(([, scheme, address = ""]) => ({
    address: `${scheme ?? "https"}://${address}`,
    assumedHttps: scheme === undefined,
  }));
}

/**
 * JSON may write a slash as `\/`, JavaScript any sign as `\u002f` or `\x2f`, HTML as `&#47;`; a properties file has
 * `https\://`, an expression `\.`.
 */
function withoutEscapes(text: string): string {
  if (!/[\\&]/.test(text)) return text;
  // From the first of several backslashes on: from each of them it would take minutes.
  return text
    .replace(
      /(?<!\\)\\+(?:u00|x)(2f|3a|26|3d)|&#x(2f|3a|26|3d);/gi,
      (_all, first?: string, second = "") =>
        String.fromCharCode(Number.parseInt(first ?? String(second), 16)),
    )
    .replace(/&(?:#47|sol);/g, "/")
    .replace(/&(?:#58|colon);/g, ":")
    .replace(/(?<!\\)\\+([/:.=&?-])/g, "$1");
}

const longestPaste = 50_000;
const startOfPaste = 10_000;
/** Addresses of webhooks are shorter, before and behind the word that each of them has. */
const aroundRest = 600;
const mostPlaces = 20;
const wordEnd = /[\s"'`<>\\=(&,;]/;
const cutWord = /[^\s"'`<>\\]+$/;

/**
 * All of a paste, or of a whole file its beginning and what stands around the word that webhooks have. What a cut runs
 * through is left out: the rest of a host's name is another host.
 */
export function relevantParts(text: string): string {
  if (text.length <= longestPaste) return text;
  const parts: { readonly from: number; to: number }[] = [];
  let last = { from: 0, to: startOfPaste };
  let places = 0;
  for (const { index } of text.matchAll(/rest(?=[\\/%&])/gi)) {
    const [from, to] = [index - aroundRest, index + aroundRest];
    if (from <= last.to) last.to = Math.max(last.to, to);
    else {
      parts.push(last);
      last = { from, to };
    }
    if (++places > mostPlaces) break;
  }
  return [...parts, last].map(({ from, to }) => wholeWords(text, from, to)).join("\n");
}

function wholeWords(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  const start = from === 0 ? 0 : part.search(wordEnd);
  if (start < 0) return "";
  const words = part.slice(start);
  return to < text.length ? words.replace(cutWord, "") : words;
}

function decoded(address: string): string {
  let plain = address;
  for (let times = 0; times < 3 && /^https?:?%/i.test(plain); times++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return address;
    }
  }
  return plain;
}

const gap = String.raw`["'\]]*\s{0,4}(?:=>|:=|[=:,])\s{0,4}["'\x60]?`;
const userName = new RegExp(String.raw`user_?(?:id)?${gap}([1-9]\d{0,15})(?!\w)`, "giu");
const secretName = new RegExp(
  String.raw`(?:web_?hook|token|secret|code|hook|key)${gap}([a-z\d]{10,64})(?![\w/.:])`,
  "giu",
);
const hostForm = String.raw`((?:[\p{L}\d-]+\.)+[\p{L}\d-]{2,}(?::\d{1,5})?)`;
const hostName = new RegExp(
  String.raw`(?:domain|host|portal|url|address|authority)${gap}(?:https?://)?${hostForm}(?=/?(?:rest/?)?["'\x60\s;,)]|/?$)`,
  "giu",
);
/** The host of a connection in code, or of a request in a log. */
const requestHost = new RegExp(
  String.raw`(?:(?:connection|соединение)\(["']|https://(?=\S{1,80} "[A-Z]{3,7} /))${hostForm}(?=["'\s])`,
  "giu",
);
/** `host='h.example', port=8443`, `HTTPСоединение("h.example", 8443)`. */
const portApart =
  /["'](?<=(?:host=|(?:connection|соединение)\()["'][\p{L}\d.-]{1,80}["']),\s?(?:port=)?(\d{2,5})(?=[,)\s])/giu;
/** A portal of the cloud; Bitrix24's own sites of that name are none. */
const cloudHost =
  /(?<![\w.-])(?!(?:www|docs|apidocs|helpdesk|training|oauth|auth\d?|cdn|cdn-ru|repos|m|vendors|partners|status|store|network)\.)([a-z\d-]{2,63}\.bitrix24\.[a-z]{2,4}(?:\.[a-z]{2})?)(?![\w.-])/gi;
const pair = /(?:["'`=]|^|rest\/)([1-9]\d{0,15}\/[a-z\d]{10,64})(?=[/?"'`\s;,)]|$)/gi;

/** Host, user and secret where settings keep them in fields of their own, or a request has them in two lines. */
export function findPieces(text: string): WebhookPieces {
  const plain = withoutEscapes(text).replace(portApart, (_all, port: string) =>
    port === "80" ? "'" : `:${port}'`,
  );
  const named = values(plain, hostName);
  const pairs = values(plain, pair).filter((each) => isSecret(each.slice(each.indexOf("/") + 1)));
  const [userId, secret] = only(pairs)?.split("/") ?? [];
  if (userId === undefined) {
    // A key and a number may be of any service: only a host that is named may be theirs.
    return {
      host: only(named),
      userId: only(values(plain, userName)),
      secret: only(values(plain, secretName).filter(isSecret)),
      isPair: false,
    };
  }
  const hosts = [...named, ...values(plain, requestHost)];
  // A portal of the cloud needs no name beside it: it is nothing else.
  return {
    host: only(hosts.length > 0 ? hosts : values(plain, cloudHost)),
    userId,
    secret,
    isPair: true,
  };
}

/** Whether a text holds the tokens or the keys of an OAuth application. */
export function isOauthMaterial(text: string): boolean {
  return /(?<![a-z])(?:(?:access|refresh|application)_?token|client_?secret|(?:auth|refresh)_id)(?![a-z])/i.test(
    text,
  );
}

/** The path of a webhook without the portal: `rest/1/…/`, or its end alone with a secret of the usual length. */
export function isPathAlone(text: string): boolean {
  return /(?:^|[\s"'`=/(}])rest\/[1-9]\d{0,15}\/[a-z\d]{8,}|^["'`]?\/?[1-9]\d{0,15}\/(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16}/i.test(
    withoutEscapes(text),
  );
}

function values(text: string, form: RegExp): readonly string[] {
  return [...text.matchAll(form)].map(([, value = ""]) => value);
}

function only(found: readonly (string | undefined)[]): string | undefined {
  const different = new Set(found);
  return different.size === 1 ? found[0] : undefined;
}
