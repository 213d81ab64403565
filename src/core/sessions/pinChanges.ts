import type { Portals } from "../portal/portals";
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
    private readonly pins: Pins,
    private readonly portals: Portals,
  ) {
    this.known = this.read();
  }

  take(): readonly PinChange[] {
    const before = this.known;
    this.known = this.read();
    return [...this.known].flatMap(([portalId, now]) => {
      const then = before.get(portalId) ?? [];
      if (now.join() === then.join()) return [];
      const came = now.filter((id) => !then.includes(id));
      const went = then.filter((id) => !now.includes(id));
      return [{ portalId, dialogIds: [...came, ...went] }];
    });
  }

  private read(): ReadonlyMap<string, readonly string[]> {
    return new Map(this.portals.list().map(({ id }) => [id, this.pins.list(id)]));
  }
}
