import { isObject, type JsonObject } from "../../base/json";
import { newObject } from "./dump";
import { blackOut } from "./eventSecrets";

const personNames = /^(?:(?:first|last|second)?_?name|login)$/i;
const titles = /^(?:CHAT_TITLE|TITLE|title)$/;
/** Of a person or a chat, and no test's business. */
const emptied =
  /^(?:WORK_POSITION|workPosition|avatar|avatarHr|CHAT_AVATAR|birthday|email|EMAIL|phones|website)$/;
/** Not that of the server that gives out tokens: it is the same for all portals. */
const portalAddress = /(https?:\/\/)(?!oauth\.bitrix)[^/\s"']{1,253}(?=\/rest\b)/gi;
const exampleName = "Person";
const exampleHost = "example.bitrix24.com";
/** What names a thing to a program is no text, whatever people are called. */
const programKey = /id$|type$|^(?:event|ts|date|code|domain)$/i;
/** More names, and longer ones, are no event's. */
const mostNames = 100;
const longestName = 300;

/**
 * An event for the tests of a bot: tokens, names and the portal are replaced, each by the same wherever it stands; ids
 * stay, so that they fit together. What people wrote stays, without the names that are known.
 */
export function fixtureOf(body: unknown): JsonObject {
  const tokens = new Map<string, string>();
  const { value } = blackOut(body, (key, secret) => {
    const text = `${key} ${JSON.stringify(secret)}`;
    const known = tokens.get(text) ?? `sample-${key.toLowerCase()}-${tokens.size + 1}`;
    tokens.set(text, known);
    return known;
  });
  const names = new Map<string, string>();
  const renamed = rename(value, "", names);
  const searched = [...names.keys()]
    .filter(({ length }) => length >= 2 && length <= longestName)
    .slice(0, mostNames)
    .sort((a, b) => b.length - a.length);
  const anyName = new RegExp(searched.map(patternOf).join("|") || "(?!)", "giu");
  const replaced = replaceTexts(renamed, (text) =>
    text
      .replace(
        /(\[(?:user|chat)=\d{1,16}[^\]]{0,40}\])[^[\]]{0,200}(?=\[\/)/gi,
        (_all, tag: string) => {
          const [kind = "", id = ""] = tag.slice(1).split(/[=\s\]]/);
          return `${tag}${/user/i.test(kind) ? "Person" : "Chat"} ${id}`;
        },
      )
      .replace(anyName, (name) => names.get(folded(name)) ?? exampleName)
      .replace(portalAddress, `$1${exampleHost}`),
  );
  return isObject(replaced) ? replaced : newObject();
}

/** With Turkish letters a name has other small and capital ones, and none of them is the other in a pattern. */
const everyI = /[iIıİ]\u0307?/g;
const anyI = "[iIıİ]\\u0307?";

function folded(name: string): string {
  return name.replace(everyI, "i").toLowerCase();
}

/** A name begins a word, whatever its ending is; one of two letters is part of many. */
function patternOf(name: string): string {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll("i", anyI);
  const start = /^[\p{L}\d]/u.test(name) ? "(?<![\\p{L}\\d])" : "";
  return name.length > 2 ? start + literal : `${start}${literal}(?![\\p{L}\\d])`;
}

/** @param owner the key that the object stands under */
function rename(value: unknown, owner: string, names: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => rename(each, owner, names));
  if (!isObject(value)) return value;
  const id = idOf(value);
  const isChat = /^chat$/i.test(owner);
  const copy = newObject();
  for (const [key, each] of Object.entries(value)) {
    const isText = typeof each === "string" && each !== "";
    if (isText && /^domain$/i.test(key)) {
      copy[key] = exampleHost;
      names.set(folded(each), exampleHost);
    } else if (isText && /^member_id$/i.test(key)) copy[key] = "0".repeat(32);
    else if (isText && emptied.test(key)) copy[key] = "";
    else if (isText && (personNames.test(key) || titles.test(key))) {
      const isTitle = isChat || titles.test(key);
      const chatId = isTitle && !isChat ? textOf(value["CHAT_ID"]) : id;
      const whole =
        "extension" in value
          ? `file-${id}.${textOf(value["extension"])}`
          : isTitle
            ? `Chat ${chatId}`
            : `${exampleName} ${id}`;
      copy[key] = (/first/i.test(key) ? exampleName : /last/i.test(key) ? id : whole).trim();
      names.set(folded(each), String(copy[key]));
    } else copy[key] = key === "phones" ? false : rename(each, key, names);
  }
  return copy;
}

function idOf(object: JsonObject): string {
  return textOf(object["ID"] ?? object["id"]);
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function replaceTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((each) => replaceTexts(each, replace));
  if (!isObject(value)) return value;
  const copy = newObject();
  for (const [key, each] of Object.entries(value))
    copy[key] = typeof each === "string" && isFinal(key, each) ? each : replaceTexts(each, replace);
  return copy;
}

/** What no name is looked for in. */
function isFinal(key: string, text: string): boolean {
  return [programKey, personNames, titles].some((keys) => keys.test(key)) || /^\d+$/.test(text);
}

/** As a portal writes it: everything is text, `null` and empty lists are left out. */
export function formBodyOf(value: unknown, name = ""): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") {
    const text = typeof value === "boolean" ? (value ? "1" : "0") : textOf(value);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
  }
  return Object.entries(value)
    .map(([key, each]) => formBodyOf(each, name === "" ? key : `${name}[${key}]`))
    .filter((part) => part !== "")
    .join("&");
}
