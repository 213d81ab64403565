import type { PortalRecord } from "../portal/portalRecord";

/** With whose rights a dialog is read: portals show each reader a record of their own. */
export type Eyes =
  /** The webhook's owner. */
  | { readonly kind: "owner" }
  /** A bot whose token is stored. */
  | { readonly kind: "bot"; readonly botId: number };

/** One reader, or the owner and a bot side by side. */
export type ReadAs = Eyes | { readonly kind: "both"; readonly botId: number };

export const ownersEyes: Eyes = { kind: "owner" };

/** Bots whose token went with the former address have no eyes here. */
export function eyesLeft(as: ReadAs, { bots = [] }: PortalRecord): ReadAs {
  if (as.kind === "owner" || bots.some(({ botId }) => botId === as.botId)) return as;
  return ownersEyes;
}

export function eyesOf(as: ReadAs): readonly [Eyes, Eyes?] {
  return as.kind === "both" ? [ownersEyes, { kind: "bot", botId: as.botId }] : [as];
}

export function isSameReader(a: ReadAs, b: ReadAs): boolean {
  return a.kind === b.kind && ("botId" in a ? a.botId : 0) === ("botId" in b ? b.botId : 0);
}
