import * as v from "valibot";
import { scopeNeededBy, type ReadMethod } from "./readMethods";

/** What is known of a portal without its secret; kept in `globalState`. */
export interface PortalRecord {
  /** Random, stable; never derived from the webhook. */
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** The webhook's owner: digits, or a login until the portal was asked. */
  readonly userId: string;
  /** Granted scopes as of the last check; absent: never checked. */
  readonly scopes?: readonly string[] | undefined;
  /** Bots whose token is stored: with their eyes dialogs can be read too. Absent: none. */
  readonly bots?: readonly StoredBot[] | undefined;
  /** The user agreed that reads which may create or join a chat are not confirmed here. */
  readonly readsWithoutAsking: boolean;
}

/** A bot without its token. */
export interface StoredBot {
  readonly botId: number;
  /** As the portal said when the token was checked; may be "". */
  readonly name: string;
}

const storedBot = v.object({ botId: v.pipe(v.number(), v.safeInteger()), name: v.string() });

const storedRecord = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  origin: v.pipe(v.string(), v.url()),
  userId: v.string(),
  scopes: v.optional(v.array(v.string())),
  bots: v.fallback(v.optional(v.array(storedBot)), undefined),
  readsWithoutAsking: v.fallback(v.boolean(), false),
});

/** Checks what was stored, record by record: one damaged record does not take the others along. */
export function parsePortalRecords(stored: unknown): readonly PortalRecord[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const parsed = v.safeParse(storedRecord, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The scope that a portal's webhook is known to lack for a method. */
export function scopeLackedFor(
  method: ReadMethod,
  { scopes }: Pick<PortalRecord, "scopes">,
): string | undefined {
  const scope = scopeNeededBy(method);
  return scope === undefined || scopes === undefined || scopes.includes(scope) ? undefined : scope;
}

export function hostOf(record: PortalRecord): string {
  return record.origin.replace(/^https?:\/\//, "");
}
