import { isObject, type JsonObject } from "../../base/json";
import { newObject } from "./dump";
import { blackOut } from "./eventSecrets";

const personNames = /^(?:NAME|FIRST_NAME|LAST_NAME|name|firstName|lastName|first_name|last_name)$/;
const titles = /^(?:CHAT_TITLE|TITLE|title)$/;
/** Of a person or a chat, and no test's business. */
const emptied =
  /^(?:WORK_POSITION|workPosition|avatar|avatarHr|CHAT_AVATAR|birthday|email|EMAIL|phones|website)$/;
const portalAddress = /(https?:\/\/)[^/\s"']{1,253}(?=\/rest\b)/gi;
const exampleHost = "example.bitrix24.com";

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
  const inTexts = [...names].filter(([name]) => name.length >= 3).slice(0, 20);
  inTexts.sort(([a], [b]) => b.length - a.length);
  const replaced = replaceTexts(renamed, (text) =>
    inTexts
      .reduce((rest, [name, other]) => rest.replaceAll(name, other), text)
      .replace(/(\[user=(\d{1,16})[^\]]{0,40}\])[^[\]]{0,200}(?=\[\/user\])/gi, "$1Person $2")
      .replace(portalAddress, `$1${exampleHost}`),
  );
  return isObject(replaced) ? replaced : newObject();
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
    if (isText && key === "domain") copy[key] = exampleHost;
    else if (isText && key === "member_id") copy[key] = "0".repeat(32);
    else if (isText && emptied.test(key)) copy[key] = "";
    else if (isText && (personNames.test(key) || titles.test(key))) {
      const isTitle = isChat || titles.test(key);
      const chatId = isTitle && !isChat ? textOf(value["CHAT_ID"]) : id;
      const whole = isTitle ? `Chat ${chatId}` : `Person ${id}`;
      copy[key] = (/first/i.test(key) ? "Person" : /last/i.test(key) ? id : whole).trim();
      names.set(each, String(copy[key]));
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
  for (const [key, each] of Object.entries(value)) copy[key] = replaceTexts(each, replace);
  return copy;
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
