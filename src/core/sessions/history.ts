import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import { Emitter } from "../base/lifecycle";
import { storedList, type StateStore } from "../portal/stateStore";
import { dialogKindWords } from "../dialog/dialogKind";

const historyKey = "history";
const historyLimit = 50;

/** Field by field: a kind of a newer version is no reason to forget the dialog. */
const storedEntry = v.object({
  portalId: v.string(),
  dialogId: v.string(),
  /** Absent until the portal has let the dialog be read. */
  kind: v.fallback(v.optional(v.picklist(dialogKindWords)), undefined),
  /** The portal did not let it be read the last time. */
  isRefused: v.fallback(v.optional(v.boolean()), undefined),
  /** Milliseconds since 1970. */
  inspectedAtMs: v.fallback(v.number(), 0),
});

export type HistoryEntry = Readonly<v.InferOutput<typeof storedEntry>>;

/**
 * The dialogs inspected last, newest first. Ids and kinds are stored, titles are not: they are
 * personal data (see sessions/dialogMemory).
 */
export class DialogHistory {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: StateStore) {}

  list(portalId?: string): readonly HistoryEntry[] {
    return storedList(this.state.get(historyKey)).flatMap((stored) => {
      const entry = parseWith(storedEntry, stored);
      if (entry === undefined) return [];
      return portalId === undefined || entry.portalId === portalId ? [entry] : [];
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
    await this.store((other) => !isSame(other, entry), entry);
  }

  async remove(entries: readonly EntryId[]): Promise<void> {
    await this.store((entry) => !entries.some((other) => isSame(entry, other)));
  }

  async removePortal(portalId: string): Promise<void> {
    await this.store((entry) => entry.portalId !== portalId);
  }

  /** Another window may have changed what is stored. */
  reread(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async store(
    stays: (entry: HistoryEntry) => boolean,
    ...first: readonly HistoryEntry[]
  ): Promise<void> {
    await this.state.update(historyKey, (stored) => {
      const kept = storedList(stored).filter((raw) => {
        const entry = parseWith(storedEntry, raw);
        return entry !== undefined && stays(entry);
      });
      return [...first, ...kept].slice(0, historyLimit);
    });
    this.changed.fire();
  }
}

type EntryId = Pick<HistoryEntry, "portalId" | "dialogId">;

function isSame(a: EntryId, b: EntryId): boolean {
  return a.portalId === b.portalId && a.dialogId === b.dialogId;
}
