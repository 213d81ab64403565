import { failure, success, type Result } from "../result";
import { isObject, jsonType } from "./envelope";
import type { PortalCaller, PortalFailure } from "./portalCaller";
import type { Webhook } from "./webhook";

/** Whose webhook it is and what it may do, as the portal says. */
export interface WebhookAccess {
  /** Decimal digits. */
  readonly userId: string;
  /** For the message that confirms the webhook; never stored. */
  readonly userName: string;
  readonly isAdmin: boolean;
  /** Names of granted scopes, for example `imbot`. */
  readonly scopes: readonly string[];
}

/**
 * Asks the portal who owns a webhook (`profile`) and what it is granted (`scope`). Both methods
 * belong to the global scope: they answer for every good webhook.
 * @see REST brief, transport.md section 4 and browsing.md section 1
 */
export async function checkWebhook(
  client: PortalCaller,
  webhook: Webhook,
  signal: AbortSignal,
): Promise<Result<WebhookAccess, PortalFailure>> {
  const profile = await client.call(webhook, "profile", {}, signal);
  if (!profile.ok) return profile;
  const user = profile.value.result;
  const malformed = (path: string, found: string): Result<WebhookAccess, PortalFailure> => {
    const { exchange } = profile.value;
    const status = exchange.status ?? 0;
    return failure({
      error: { kind: "malformed", host: webhook.host, status, path, found },
      exchange,
    });
  };
  if (!isObject(user)) return malformed("result", jsonType(user));
  const userId = readUserId(user["ID"]);
  if (userId === undefined) return malformed("result.ID", jsonType(user["ID"]));
  const granted = await client.call(webhook, "scope", {}, signal);
  if (!granted.ok) return granted;
  const name = [user["NAME"], user["LAST_NAME"]].filter((part) => typeof part === "string" && part);
  return success({
    userId,
    userName: name.join(" "),
    isAdmin: user["ADMIN"] === true || user["ADMIN"] === "Y",
    scopes: readScopes(granted.value.result),
  });
}

/** Text in `profile`, a number in newer methods. */
function readUserId(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const digits = String(value);
  return /^\d+$/.test(digits) ? digits : undefined;
}

/** A webhook without any grant answers `[""]` (REST brief, open question 21). */
function readScopes(value: unknown): readonly string[] {
  const names: unknown[] = Array.isArray(value)
    ? value
    : isObject(value)
      ? Object.values(value)
      : [];
  return names.filter((name): name is string => typeof name === "string" && name !== "");
}
