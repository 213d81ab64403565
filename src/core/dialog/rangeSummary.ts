import type { DialogSummary } from "./dialogSummary";
import { isIsoDate } from "../base/instantText";

/** What is known of the dialogs in a range. */
export interface RangeSummary {
  readonly unread: number;
  /** Milliseconds since 1970; absent when no list told when anything happened. */
  readonly lastActivity: { readonly oldestMs: number; readonly newestMs: number } | undefined;
}

/** Sums up dialogs; the portal's own order is no order by time, for it puts what is pinned there first. */
export function summarizeRange(dialogs: readonly DialogSummary[]): RangeSummary {
  const times = dialogs
    .filter(({ lastActivity = "" }) => isIsoDate(lastActivity))
    .map(({ lastActivity = "" }) => Date.parse(lastActivity));
  return {
    unread: dialogs.reduce((sum, { unread = 0 }) => sum + unread, 0),
    lastActivity:
      times.length === 0
        ? undefined
        : { oldestMs: Math.min(...times), newestMs: Math.max(...times) },
  };
}
