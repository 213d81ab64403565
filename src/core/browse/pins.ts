import * as v from "valibot";
import { Emitter } from "../lifecycle";
import type { StateStore } from "../portal/portals";

export interface Pin {
  readonly portalId: string;
  readonly dialogId: string;
}

const pinsKey = "pins";
const storedPin = v.object({ portalId: v.string(), dialogId: v.string() });

/** The dialogs that a user keeps at hand, in the user's own order. Only ids are stored. */
export class Pins {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: StateStore) {}

  list(portalId: string): readonly string[] {
    return this.all()
      .filter((pin) => pin.portalId === portalId)
      .map(({ dialogId }) => dialogId);
  }

  has(portalId: string, dialogId: string): boolean {
    return this.all().some((pin) => isSame(pin, { portalId, dialogId }));
  }

  async add(pins: readonly Pin[]): Promise<void> {
    const all = this.all();
    const fresh = pins.filter((pin) => !all.some((other) => isSame(other, pin)));
    await this.store([...all, ...fresh]);
  }

  async remove(pins: readonly Pin[]): Promise<void> {
    await this.store(this.all().filter((pin) => !pins.some((other) => isSame(other, pin))));
  }

  /**
   * Moves pins of one portal in front of another, keeping their own order.
   * @param before `undefined`: to the end
   */
  async move(moved: readonly Pin[], before: Pin | undefined): Promise<void> {
    const all = this.all();
    // What is dragged keeps the order it has in the list, not the one it was selected in.
    const taken = all.filter((pin) => moved.some((other) => isSame(other, pin)));
    const rest = all.filter((pin) => !taken.includes(pin));
    const at = before === undefined ? -1 : rest.findIndex((pin) => isSame(pin, before));
    const index = at < 0 ? rest.length : at;
    await this.store([...rest.slice(0, index), ...taken, ...rest.slice(index)]);
  }

  async removePortal(portalId: string): Promise<void> {
    await this.store(this.all().filter((pin) => pin.portalId !== portalId));
  }

  /** Another window may have changed what is stored. */
  reread(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private all(): readonly Pin[] {
    const stored = this.state.get(pinsKey);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      const parsed = v.safeParse(storedPin, entry);
      return parsed.success ? [parsed.output] : [];
    });
  }

  private async store(pins: readonly Pin[]): Promise<void> {
    await this.state.set(pinsKey, pins);
    this.changed.fire();
  }
}

function isSame(a: Pin, b: Pin): boolean {
  return a.portalId === b.portalId && a.dialogId === b.dialogId;
}
