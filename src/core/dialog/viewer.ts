import type { PortalRecord } from "../portal/portalRecord";

/** With whose rights a dialog is read: portals show each reader a record of their own. */
export type Viewer =
  /** The webhook's owner. */
  | { readonly kind: "owner" }
  /** A bot whose token is stored. */
  | { readonly kind: "bot"; readonly botId: number };

/** One viewer, or the owner and a bot side by side. */
export type ReadAs = Viewer | { readonly kind: "both"; readonly botId: number };

export const ownerViewer: Viewer = { kind: "owner" };

/** Bots whose token went with the former address have no eyes here. */
export function viewersLeft(as: ReadAs, { bots = [] }: PortalRecord): ReadAs {
  if (as.kind === "owner" || bots.some(({ botId }) => botId === as.botId)) return as;
  return ownerViewer;
}

export function viewersOf(as: ReadAs): readonly [Viewer, Viewer?] {
  return as.kind === "both" ? [ownerViewer, { kind: "bot", botId: as.botId }] : [as];
}

export function isSameViewer(a: ReadAs, b: ReadAs): boolean {
  return a.kind === b.kind && ("botId" in a ? a.botId : 0) === ("botId" in b ? b.botId : 0);
}
