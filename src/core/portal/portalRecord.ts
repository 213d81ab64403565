import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import { scopeNeededBy, type ReadMethod } from "./readMethods";
import { storedList, type StateChange } from "./stateStore";
import type { Webhook } from "./webhook";

/** Whose webhook it is and what it may do, as the portal says. */
export interface KnownAccess {
  readonly userId: string;
  /** Absent: the portal did not say. */
  readonly scopes?: readonly string[] | undefined;
}

export interface NewPortal {
  readonly webhook: Webhook;
  readonly name: string;
  /** Absent: the portal did not answer, and the user saved the webhook all the same. */
  readonly access: KnownAccess | undefined;
}

/** Stands for an address that is damaged, until the webhook tells it anew: no such name can exist. */
const unknownOrigin = "https://unknown.invalid";

/** A bot without its token. */
const storedBot = v.object({
  botId: v.pipe(v.number(), v.safeInteger()),
  /** As the portal said when the token was checked; may be "". */
  name: v.fallback(v.string(), ""),
  /** The portal has shown that the token is this bot's. Absent: stored when any answer passed for a proof. */
  isProven: v.fallback(v.optional(v.boolean()), undefined),
});

export type StoredBot = Readonly<v.InferOutput<typeof storedBot>>;

const strings = v.pipe(
  v.array(v.unknown()),
  v.transform((entries): readonly string[] => entries.filter((entry) => typeof entry === "string")),
);

const bots = v.pipe(
  v.array(v.unknown()),
  v.transform((entries): readonly StoredBot[] =>
    entries.flatMap((entry) => parseWith(storedBot, entry) ?? []),
  ),
);

/** Field by field: one that is damaged, or of a newer version, takes nothing else along. */
const storedRecord = v.object({
  /** Random, stable; never derived from the webhook. */
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.fallback(v.string(), ""),
  origin: v.fallback(v.pipe(v.string(), v.url()), unknownOrigin),
  /** `/rest`, or with a prefix `/sub/rest`: one host may have several portals. Absent: stored by an older version. */
  basePath: v.fallback(v.optional(v.string()), undefined),
  /** The webhook's owner: digits, or a login until the portal was asked. */
  userId: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ""),
  /** Granted scopes as of the last check; absent: never checked. */
  scopes: v.fallback(v.optional(strings), undefined),
  /** Bots whose token is stored: with their eyes dialogs can be read too. Absent: none. */
  bots: v.fallback(v.optional(bots), undefined),
  /** The user agreed that reads which may create or join a chat are not confirmed here. */
  readsWithoutAsking: v.fallback(v.boolean(), false),
});

/** What is known of a portal without its secret; kept in `globalState`. */
export type PortalRecord = Readonly<v.InferOutput<typeof storedRecord>>;

/** Only an entry without an id is left out. */
export function parsePortalRecords(stored: unknown): readonly PortalRecord[] {
  const ids = new Set<string>();
  return storedList(stored).flatMap((entry) => {
    const record = parseWith(storedRecord, entry);
    if (record === undefined || ids.has(record.id)) return [];
    ids.add(record.id);
    return [record.name.trim() === "" ? { ...record, name: hostOf(record) } : record];
  });
}

/** A change of one portal's record. What is not understood of it, and every other entry, stays as it is. */
export function changeRecord(
  id: string,
  change: (record: PortalRecord) => Partial<PortalRecord>,
): StateChange {
  return (stored) =>
    storedList(stored).map((entry) => {
      const [record] = parsePortalRecords([entry]);
      return record?.id === id ? { ...(entry as object), ...change(record) } : entry;
    });
}

export function addRecord(record: PortalRecord): StateChange {
  return (stored) => [...withoutRecord(stored, record.id), record];
}

export function removeRecord(id: string): StateChange {
  return (stored) => withoutRecord(stored, id);
}

function withoutRecord(stored: unknown, id: string): readonly unknown[] {
  return storedList(stored).filter((entry) => parsePortalRecords([entry])[0]?.id !== id);
}

export function withoutBot({ bots = [] }: PortalRecord, botId: number): readonly StoredBot[] {
  return bots.filter((bot) => bot.botId !== botId);
}

/** Portals list the same grants in any order. */
export function isSameSet(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((name) => b.includes(name));
}

/** A user of an address. */
type Owner = Pick<PortalRecord, "origin" | "basePath" | "userId">;

/** Whether what one webhook was shown may stand for the other: the same user of the same address. */
export function isSameOwner(a: Owner, b: Owner): boolean {
  // An older version did not store the prefix: learning it changes nothing.
  const isSamePath = (a.basePath ?? b.basePath) === (b.basePath ?? a.basePath);
  return a.origin === b.origin && isSamePath && a.userId === b.userId;
}

/** The same as a key of what was learned: one server may have several portals, in each of which somebody is user 1. */
export function ownerKey({ origin, basePath = "/rest", userId }: Owner): string {
  return `${origin}${basePath} ${userId}`;
}

/** The scope that a portal's webhook is known to lack for a method. */
export function scopeLackedFor(
  method: ReadMethod,
  { scopes }: Pick<PortalRecord, "scopes">,
): string | undefined {
  const scope = scopeNeededBy(method);
  return scope === undefined || scopes === undefined || scopes.includes(scope) ? undefined : scope;
}

export function hostOf({ origin }: Pick<PortalRecord, "origin">): string {
  return origin.replace(/^https?:\/\//, "");
}

/** How people tell two portals apart: the host, and the prefix where there is one. */
export function addressOf(portal: Pick<PortalRecord, "origin" | "basePath">): string {
  return hostOf(portal) + prefixOf(portal.basePath);
}

/** The same of a webhook that is no portal's yet. */
export function addressOfWebhook({ host, basePath }: Webhook): string {
  return host + prefixOf(basePath);
}

function prefixOf(basePath = "/rest"): string {
  return basePath.replace(/\/rest$/, "");
}

/**
 * Whether a portal has a name that looks the same.
 * @param ownId the one that is renamed; absent: a new one is named
 */
export function isNameTaken(
  portals: readonly PortalRecord[],
  name: string,
  ownId?: string,
): boolean {
  const wanted = name.trim().toLocaleLowerCase();
  return portals.some(
    (record) => record.id !== ownId && record.name.trim().toLocaleLowerCase() === wanted,
  );
}
