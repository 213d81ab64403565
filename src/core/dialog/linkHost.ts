import { hostOf, type PortalRecord } from "../portal/portalRecord";
import { parseDialogId } from "./dialogId";

/** Longer texts are no link. */
const longestText = 2_000;

/** With or without a scheme; the latter only where a dot makes a name out of it. */
const addresses = /(?:https?:\/\/|(?<![\w.@/-])(?=[\w-]+(?:\.[\w-]+)+(?::\d+)?\/))[^\s"'`<>]+/giu;

/**
 * The host of the address that names a dialog in a text: a link into the messenger, or a call of REST.
 * @returns with a port when there is one; `undefined` when no address names this dialog
 */
export function linkHost(text: string, dialogId: string): string | undefined {
  for (const [address] of text.slice(0, longestText).matchAll(addresses)) {
    const parsed = parseDialogId(address);
    const isNamed = parsed.ok && parsed.value.some((ref) => ref.dialogId === dialogId);
    const url = /^https?:/i.test(address) ? address : `https://${address}`;
    if (isNamed && URL.canParse(url)) return new URL(url).host;
  }
  return undefined;
}

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
