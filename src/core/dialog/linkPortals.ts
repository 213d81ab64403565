import { hostOf, type PortalRecord } from "../portal/portalRecord";

/**
 * The portals that a link of a host can be read with; none: it is of a portal that is not stored.
 * @param portal the one that is asked when the link says nothing else
 */
export function portalsOfLink(
  host: string | undefined,
  portal: PortalRecord,
  stored: readonly PortalRecord[],
): readonly PortalRecord[] {
  if (host === undefined || host === hostOf(portal)) return [portal];
  return stored.filter((record) => hostOf(record) === host);
}
