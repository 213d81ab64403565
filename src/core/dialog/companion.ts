import { decodePerson } from "./person";
import { isObject } from "../base/json";
import { avatarUrl, safeColor } from "./avatar";
import type { Companion } from "./dialog";

/** Reads a user of `im.user.get`; `undefined` for anything else. */
export function decodeCompanion(result: unknown): Companion | undefined {
  const person = decodePerson(result);
  if (person === undefined || !isObject(result)) return undefined;
  const { userId, name, isBot } = person;
  const { avatar, color } = result;
  return { userId, name, isBot, avatarUrl: avatarUrl(avatar), color: safeColor(color) };
}
