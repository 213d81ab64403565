import { Emitter, type Disposable } from "../base/lifecycle";
import type { Bot } from "../dialog/person";
import { ownerKey, type PortalRecord } from "../portal/portalRecord";
import type { ListReader } from "../reads/listReader";

/** The bots of each portal, as any list has told them: read once while VS Code runs, and kept in memory only. */
export class PortalBots implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, readonly Bot[]>();
  private readonly asked = new Set<string>();
  private readonly running = new AbortController();

  constructor(private readonly reader: Pick<ListReader, "bots">) {}

  /** `undefined`: not known, or not yet. */
  of(portal: PortalRecord): readonly Bot[] | undefined {
    return this.known.get(keyOf(portal));
  }

  /** Asks, unless it was asked before: a portal that refused is not asked again. */
  async read(portal: PortalRecord): Promise<void> {
    const key = keyOf(portal);
    if (this.asked.has(key) || portal.scopes?.includes("imbot") !== true) return;
    this.asked.add(key);
    const page = await this.reader.bots(portal, this.running.signal);
    // What somebody else read meanwhile is newer.
    if (page.ok && !this.known.has(key)) this.note(portal, page.value.items);
  }

  /** What somebody else read of them. */
  note(portal: PortalRecord, bots: readonly Bot[]): void {
    const key = keyOf(portal);
    this.asked.add(key);
    this.known.set(key, bots);
    this.changed.fire();
  }

  dispose(): void {
    this.running.abort();
    this.changed.dispose();
  }
}

/** Another webhook may belong to another portal, or be granted more. */
function keyOf(portal: PortalRecord): string {
  return `${portal.id} ${ownerKey(portal)}`;
}
