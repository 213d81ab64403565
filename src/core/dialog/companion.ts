import { isObject } from "../portal/envelope";
import { decodeBasicEntities } from "../visibleText";
import { avatarUrl, safeColor } from "./avatar";
import type { Companion } from "./dialog";
import { toNumber } from "./fieldValue";

/** Reads a user of `im.user.get`; `undefined` for anything else. */
export function decodeCompanion(result: unknown): Companion | undefined {
  if (!isObject(result)) return undefined;
  const userId = toNumber(result["id"]);
  if (userId === undefined) return undefined;
  const joined = [text(result["first_name"]), text(result["last_name"])].filter(Boolean).join(" ");
  return {
    userId,
    name: decodeBasicEntities(text(result["name"]) || joined),
    avatarUrl: avatarUrl(result["avatar"]),
    color: safeColor(result["color"]),
    isBot: result["bot"] === true || result["bot"] === "Y",
  };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
