import { isObject } from "../base/json";
import { clip, nameIn } from "../base/visibleText";
import { flagOf, toNumber } from "./fieldValue";

/** A user of a portal as lists show it: without phones, addresses or anything else personal. */
export interface Person {
  readonly userId: number;
  /** "" when the portal did not tell. */
  readonly name: string;
  readonly isBot: boolean;
  /** The portal's stand-in for somebody outside, who writes through an Open Channel. */
  readonly isConnector: boolean;
  readonly isExtranet: boolean;
  /** Came through a link for guests, or is a collab's guest. */
  readonly isGuest: boolean;
  /** False: dismissed. */
  readonly isActive: boolean;
}

/**
 * A user of `im.dialog.users.list` or `im.user.get`; `undefined` for one without an id. Events and histories of
 * sessions spell the same names in camelCase.
 */
export function decodePerson(user: unknown): Person | undefined {
  if (!isObject(user)) return undefined;
  const userId = toNumber(user["id"]);
  if (userId === undefined || userId <= 0) return undefined;
  const isOn = (key: string): boolean => flagOf(user[key]) === true;
  const part = (first: string, second: string): string =>
    nameIn(user[first]) || nameIn(user[second]);
  const parts = [part("first_name", "firstName"), part("last_name", "lastName")];
  return {
    userId,
    name: nameIn(user["name"]) || parts.filter(Boolean).join(" "),
    isBot: isOn("bot"),
    isConnector: isOn("connector"),
    isExtranet: isOn("extranet"),
    isGuest: user["type"] === "guest" || user["type"] === "collaber",
    isActive: flagOf(user["active"]) !== false,
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
    name: nameIn(name),
    code: typeof code === "string" ? clip(code, longestCode) : "",
    isOpenLine: flagOf(entry["OPENLINE"]) === true,
  };
}

const longestCode = 200;
