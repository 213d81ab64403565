import { isObject } from "../base/json";
import { decodeBasicEntities } from "../base/visibleText";
import { toNumber } from "./fieldValue";

/** A user of a portal as lists show it: without phones, addresses or anything else personal. */
export interface Person {
  readonly userId: number;
  /** "" when the portal did not tell. */
  readonly name: string;
  readonly isBot: boolean;
  /** The portal's stand-in for somebody outside, who writes through an Open Channel. */
  readonly isConnector: boolean;
  readonly isExtranet: boolean;
  /** False: dismissed. */
  readonly isActive: boolean;
}

/** A user of `im.dialog.users.list` or `im.user.get`; `undefined` for one without an id. */
export function decodePerson(user: unknown): Person | undefined {
  if (!isObject(user)) return undefined;
  const userId = toNumber(user["id"]);
  if (userId === undefined || userId <= 0) return undefined;
  const isOn = (key: string): boolean => user[key] === true || user[key] === "Y";
  const parts = [text(user["first_name"]), text(user["last_name"])];
  return {
    userId,
    name: decodeBasicEntities(text(user["name"]) || parts.filter(Boolean).join(" ")),
    isBot: isOn("bot"),
    isConnector: isOn("connector"),
    isExtranet: isOn("extranet"),
    isActive: user["active"] !== false && user["active"] !== "N",
  };
}

/** A bot of a portal, from `imbot.bot.list`. */
export interface Bot {
  /** Also the DIALOG_ID of the private dialog with it. */
  readonly botId: number;
  readonly name: string;
  readonly code: string;
  readonly isOpenLine: boolean;
}

/** An entry of `imbot.bot.list`, whose names are HTML-escaped; `undefined` for one without an id. */
export function decodeBot(entry: unknown): Bot | undefined {
  if (!isObject(entry)) return undefined;
  const botId = toNumber(entry["ID"]);
  if (botId === undefined || botId <= 0) return undefined;
  const { NAME: name, CODE: code } = entry;
  return {
    botId,
    name: decodeBasicEntities(text(name)),
    code: text(code),
    isOpenLine: entry["OPENLINE"] === "Y" || entry["OPENLINE"] === true,
  };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
