import type { DialogSummary } from "../dialog/dialogSummary";

export const rowOrders = ["activity", "unread", "title"] as const;

export type RowOrder = (typeof rowOrders)[number];

/** In which order the chats of a portal stand, and which of them. */
export interface Arrangement {
  /** `activity`: as the portal sends them. */
  readonly order: RowOrder;
  readonly unreadOnly: boolean;
}

export const asSent: Arrangement = { order: "activity", unreadOnly: false };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

export function arrange(
  dialogs: readonly DialogSummary[],
  { order, unreadOnly }: Arrangement,
): readonly DialogSummary[] {
  const chosen = unreadOnly ? dialogs.filter(isUnread) : dialogs;
  switch (order) {
    case "activity":
      return chosen;
    case "unread":
      return [...chosen.filter(isUnread), ...chosen.filter((dialog) => !isUnread(dialog))];
    case "title":
      return [...chosen].sort((a, b) => collator.compare(a.title, b.title));
  }
}

function isUnread({ unread = 0 }: DialogSummary): boolean {
  return unread > 0;
}
