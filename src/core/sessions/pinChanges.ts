import type { PortalRecord } from "../portal/portalRecord";
import type { Pins } from "./pins";

export interface PinChange {
  readonly portalId: string;
  /** That came or went; empty: only the order is another. */
  readonly dialogIds: readonly string[];
}

/** Tells what became of the pins since they were looked at last. */
export class PinChanges {
  private known: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly pins: Pick<Pins, "list">,
    private readonly portals: { list(): readonly Pick<PortalRecord, "id">[] },
  ) {
    this.known = this.read();
  }

  take(): readonly PinChange[] {
    const before = this.known;
    this.known = this.read();
    return [...this.known].flatMap(([portalId, now]) => {
      const then = before.get(portalId) ?? [];
      if (now.join() === then.join()) return [];
      // There may be thousands.
      const [ids, former] = [new Set(now), new Set(then)];
      const came = now.filter((id) => !former.has(id));
      const went = then.filter((id) => !ids.has(id));
      return [{ portalId, dialogIds: [...came, ...went] }];
    });
  }

  private read(): ReadonlyMap<string, readonly string[]> {
    return new Map(this.portals.list().map(({ id }) => [id, this.pins.list(id)]));
  }
}
