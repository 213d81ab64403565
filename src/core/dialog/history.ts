import * as v from "valibot";
import { Emitter } from "../lifecycle";
import type { StateStore } from "../portal/portals";
import { dialogKindWords, type DialogKindWord } from "./dialogKind";

export interface HistoryEntry {
  readonly portalId: string;
  readonly dialogId: string;
  /** Absent when the portal did not let the dialog be read. */
  readonly kind?: DialogKindWord | undefined;
  /** Milliseconds since 1970. */
  readonly inspectedAtMs: number;
}

const historyKey = "history";
const historyLimit = 50;

const storedEntry = v.object({
  portalId: v.string(),
  dialogId: v.string(),
  kind: v.optional(v.picklist(dialogKindWords)),
  inspectedAtMs: v.number(),
});

/**
 * The dialogs inspected last, newest first. Ids and kinds are stored; titles are personal data
 * and stay in memory, so after a restart a dialog shows its id until it is read again.
 */
export class DialogHistory {
  private readonly titles = new Map<string, string>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: StateStore) {}

  list(portalId?: string): readonly HistoryEntry[] {
    const stored = this.state.get(historyKey);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      const parsed = v.safeParse(storedEntry, entry);
      if (!parsed.success) return [];
      return portalId === undefined || parsed.output.portalId === portalId ? [parsed.output] : [];
    });
  }

  /** The title read in this session, "" when none is known. */
  titleOf(portalId: string, dialogId: string): string {
    return this.titles.get(keyOf(portalId, dialogId)) ?? "";
  }

  async add(entry: HistoryEntry, title: string): Promise<void> {
    const key = keyOf(entry.portalId, entry.dialogId);
    if (title !== "") this.titles.set(key, title);
    const others = this.list().filter((other) => keyOf(other.portalId, other.dialogId) !== key);
    await this.store([entry, ...others]);
  }

  async removePortal(portalId: string): Promise<void> {
    await this.store(this.list().filter((entry) => entry.portalId !== portalId));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async store(entries: readonly HistoryEntry[]): Promise<void> {
    await this.state.set(historyKey, entries.slice(0, historyLimit));
    this.changed.fire();
  }
}

function keyOf(portalId: string, dialogId: string): string {
  return `${portalId} ${dialogId}`;
}
