import type { DialogSummary } from "../dialog/dialogSummary";

/**
 * What this session learned of dialogs: titles, kinds, counters. Titles are personal data, so none of
 * it is stored; after a restart a dialog shows its id until something tells its title again.
 */
export class DialogMemory {
  private readonly known = new Map<string, DialogSummary>();

  /** Keeps what a newer source leaves out. */
  learn(portalId: string, summary: DialogSummary): void {
    const key = keyOf(portalId, summary.dialogId);
    const before = this.known.get(key);
    this.known.set(key, {
      dialogId: summary.dialogId,
      title: summary.title === "" ? (before?.title ?? "") : summary.title,
      kind: summary.kind ?? before?.kind,
      unread: summary.unread ?? before?.unread,
      role: summary.role ?? before?.role,
      lastActivity: summary.lastActivity ?? before?.lastActivity,
    });
  }

  forgetPortal(portalId: string): void {
    for (const key of this.known.keys()) {
      if (key.startsWith(keyOf(portalId, ""))) this.known.delete(key);
    }
  }

  recall(portalId: string, dialogId: string): DialogSummary | undefined {
    return this.known.get(keyOf(portalId, dialogId));
  }
}

function keyOf(portalId: string, dialogId: string): string {
  return `${portalId} ${dialogId}`;
}
