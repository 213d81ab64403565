import { failure, success, type Result } from "../base/result";
import { isObject, jsonType } from "../base/json";
import type { Misfit } from "./misfit";

/** Whose webhook it is and what it may do, as the portal says. */
export interface WebhookOwner {
  /** Decimal digits. */
  readonly userId: string;
  /** To be shown once; never stored. */
  readonly userName: string;
  readonly isAdmin: boolean;
}

export interface WebhookAccess extends WebhookOwner {
  /** Names of granted scopes, for example `imbot`; absent: the portal did not say, which is not the same as none. */
  readonly scopes: readonly string[] | undefined;
}

/**
 * The result of `profile`.
 * @returns where it is not what it should be, and which JSON type was found there
 */
export function readOwner(user: unknown): Result<WebhookOwner, Misfit> {
  if (!isObject(user)) return failure({ path: "result", found: jsonType(user) });
  const userId = readUserId(user["ID"]);
  if (userId === undefined) return failure({ path: "result.ID", found: jsonType(user["ID"]) });
  const name = [user["NAME"], user["LAST_NAME"]].filter((part) => typeof part === "string" && part);
  return success({
    userId,
    userName: name.join(" "),
    isAdmin: user["ADMIN"] === true || user["ADMIN"] === "Y",
  });
}

/** Text in `profile`, a number in newer methods. */
function readUserId(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const digits = String(value);
  return /^\d+$/.test(digits) ? digits : undefined;
}

/**
 * The result of `scope`. A webhook without any grant answers `[""]` (REST brief, open question 21).
 * @returns `undefined` for what tells nothing: that is not the same as nothing granted
 */
export function readScopes(value: unknown): readonly string[] | undefined {
  const entries: unknown[] | undefined = Array.isArray(value)
    ? value
    : isObject(value)
      ? Object.values(value)
      : undefined;
  const names = entries?.filter((name) => typeof name === "string");
  if (names === undefined || (names.length === 0 && entries?.length !== 0)) return undefined;
  return [...new Set(names)].filter((name) => name !== "");
}
