import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import { Emitter } from "../base/lifecycle";
import { storedList, type StateChange, type StateStore } from "../portal/stateStore";

export interface Pin {
  readonly portalId: string;
  readonly dialogId: string;
}

const pinsKey = "pins";
/** What a newer version keeps with a pin stays with it. */
const storedPin = v.looseObject({ portalId: v.string(), dialogId: v.string() });

/** The dialogs that a user keeps at hand, in the user's own order. Only ids are stored. */
export class Pins {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  /** What was read last: a tree asks of each of its dialogs whether it is pinned. */
  private read:
    | {
        readonly from: unknown;
        readonly pins: readonly Pin[];
        readonly keys: ReadonlySet<string>;
      }
    | undefined;

  constructor(private readonly state: StateStore) {}

  list(portalId: string): readonly string[] {
    return this.all()
      .filter((pin) => pin.portalId === portalId)
      .map(({ dialogId }) => dialogId);
  }

  has(portalId: string, dialogId: string): boolean {
    this.all();
    return this.read?.keys.has(keyOf({ portalId, dialogId })) === true;
  }

  async add(pins: readonly Pin[]): Promise<void> {
    // A dialog may be selected in several branches at once.
    await this.store((all) => distinct([...all, ...pins.map(idsOf)]));
  }

  async remove(pins: readonly Pin[]): Promise<void> {
    await this.store((all) => all.filter((pin) => !pins.some((other) => isSame(other, pin))));
  }

  /**
   * Puts dialogs to the place of a pin, in the order they have among the pins; those not pinned yet are pinned.
   * What comes from above stands behind the pin then, what comes from below in front of it, so that each move
   * to a neighbour is one.
   * @param to one that is moved itself: to where it is; `undefined`: to the end
   */
  async place(moved: readonly Pin[], to: Pin | undefined): Promise<void> {
    await this.store((before) => {
      const all = distinct([...before, ...moved.map(idsOf)]);
      const isMoved = (pin: Pin): boolean => moved.some((other) => isSame(other, pin));
      const taken = all.filter(isMoved);
      const target = to === undefined ? -1 : all.findIndex((pin) => isSame(pin, to));
      const isFromAbove = to !== undefined && !isMoved(to) && all.slice(0, target).some(isMoved);
      const start = target < 0 ? all.length : isFromAbove ? target + 1 : target;
      const rest = (pins: readonly Pin[]): readonly Pin[] => pins.filter((pin) => !isMoved(pin));
      return [...rest(all.slice(0, start)), ...taken, ...rest(all.slice(start))];
    });
  }

  async removePortal(portalId: string): Promise<void> {
    await this.store((all) => all.filter((pin) => pin.portalId !== portalId));
  }

  /** Another window may have changed what is stored. */
  reread(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private all(): readonly Pin[] {
    const from = this.state.get(pinsKey);
    if (this.read?.from === from && this.read !== undefined) return this.read.pins;
    const pins = parse(from);
    this.read = { from, pins, keys: new Set(pins.map(keyOf)) };
    return pins;
  }

  private async store(change: (pins: readonly Pin[]) => readonly Pin[]): Promise<void> {
    const changeStored: StateChange = (stored) => change(parse(stored));
    await this.state.update(pinsKey, changeStored);
    this.changed.fire();
  }
}

/** Damaged pins are left out, and so are repeated ones: a tree shows no dialog twice in one place. */
function parse(stored: unknown): readonly Pin[] {
  return distinct(storedList(stored).flatMap((entry) => parseWith(storedPin, entry) ?? []));
}

function distinct(pins: readonly Pin[]): readonly Pin[] {
  // Of thousands each is looked up once.
  const found = new Map<string, Pin>();
  for (const pin of pins) {
    const key = keyOf(pin);
    if (!found.has(key)) found.set(key, pin);
  }
  return [...found.values()];
}

function keyOf({ portalId, dialogId }: Pin): string {
  return `${portalId.length} ${portalId}${dialogId}`;
}

/** A tree gives its nodes: of them only the ids are kept. */
function idsOf({ portalId, dialogId }: Pin): Pin {
  return { portalId, dialogId };
}

function isSame(a: Pin, b: Pin): boolean {
  return a.portalId === b.portalId && a.dialogId === b.dialogId;
}
