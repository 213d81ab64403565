import type { DialogSummary } from "../dialog/dialogSummary";
import type { Page } from "../portal/page";
import type { PortalResult } from "../portal/portalCaller";
import { findingOfFailure, type Finding } from "./probeFindings";

/** The largest page that portals give (REST brief, browsing.md section 3). */
const recentPage = 200;
/** Five requests: enough for what somebody talks about, and soon over. */
export const mostRecent = 1_000;

/**
 * Turns the pages of the owner's recent dialogs until one of the ids comes up.
 * @returns `undefined` when it was given up
 */
export async function lookAmongRecent(
  wanted: readonly string[],
  page: (offset: number, limit: number) => Promise<PortalResult<Page<DialogSummary>>>,
): Promise<Finding | undefined> {
  // A dialog that moves up meanwhile comes twice.
  const seen = new Set<string>();
  for (let offset = 0; offset < mostRecent;) {
    const outcome: PortalResult<Page<DialogSummary>> = await page(offset, recentPage);
    if (!outcome.ok) return findingOfFailure(outcome.error);
    const { items, nextOffset } = outcome.value;
    const found = items.find(({ dialogId }) => wanted.includes(dialogId));
    if (found !== undefined) {
      return { kind: "listed", dialogId: found.dialogId, title: found.title };
    }
    for (const { dialogId } of items) seen.add(dialogId);
    // A portal that turns no page would be asked for ever.
    if (nextOffset === undefined || nextOffset <= offset) {
      return { kind: "notListed", count: seen.size, isAll: true };
    }
    offset = nextOffset;
  }
  return { kind: "notListed", count: seen.size, isAll: false };
}
