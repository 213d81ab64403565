import * as v from "valibot";
import { Emitter } from "../base/lifecycle";
import type { StateStore } from "../portal/portals";
import { dialogKindWords, type DialogKindWord } from "../dialog/dialogKind";

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
 * The dialogs inspected last, newest first. Ids and kinds are stored, titles are not: they are
 * personal data (see browse/dialogMemory).
 */
export class DialogHistory {
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

  find(portalId: string, dialogId: string): HistoryEntry | undefined {
    return this.list(portalId).find((entry) => entry.dialogId === dialogId);
  }

  /** Whether the portal let the dialog be read: then it exists. */
  wasRead(portalId: string, dialogId: string): boolean {
    return this.find(portalId, dialogId)?.kind !== undefined;
  }

  async add(entry: HistoryEntry): Promise<void> {
    await this.store([entry, ...this.list().filter((other) => !isSame(other, entry))]);
  }

  async remove(entries: readonly EntryId[]): Promise<void> {
    await this.store(this.list().filter((entry) => !entries.some((other) => isSame(entry, other))));
  }

  async removePortal(portalId: string): Promise<void> {
    await this.store(this.list().filter((entry) => entry.portalId !== portalId));
  }

  /** Another window may have changed what is stored. */
  reread(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async store(entries: readonly HistoryEntry[]): Promise<void> {
    await this.state.set(historyKey, entries.slice(0, historyLimit));
    this.changed.fire();
  }
}

type EntryId = Pick<HistoryEntry, "portalId" | "dialogId">;

function isSame(a: EntryId, b: EntryId): boolean {
  return a.portalId === b.portalId && a.dialogId === b.dialogId;
}
