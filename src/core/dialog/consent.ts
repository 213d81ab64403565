import type { PortalRecord } from "../portal/portalRecord";
import { effectOf, type DialogRef } from "./dialogId";

/**
 * Whether the user is asked before a read. Private dialogs and chats of workgroups are created by it only while there
 * are none; the chat of a CRM object is joined each time.
 * @param isKnown the portal has shown this dialog to the webhook's owner: it was read or listed before
 */
export function needsConsent(
  ref: DialogRef,
  { readsWithoutAsking }: Pick<PortalRecord, "readsWithoutAsking">,
  isKnown: boolean,
): boolean {
  if (readsWithoutAsking) return false;
  switch (effectOf(ref)) {
    case "none":
      return false;
    case "createsPrivateChat":
    case "createsWorkgroupChat":
      return !isKnown;
    case "joinsCrmChat":
      return true;
  }
}
