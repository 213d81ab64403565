/** Something on the page; what it started in the background ends with `dispose`. */
export interface Drawn {
  readonly root: HTMLElement;
  dispose?(): void;
}

interface Entry<Item> {
  readonly print: string;
  readonly item: Item;
}

/** Keeps what was built for a key as long as the data behind it stays the same. */
export class Kept<Item extends Drawn> {
  private entries = new Map<string, Entry<Item>>();
  private used = new Map<string, Entry<Item>>();

  /** What was built for equal data under this key, or a new one. */
  get(key: string, data: unknown, build: () => Item): Item {
    const print = JSON.stringify(data);
    const known = this.entries.get(key);
    const entry = known?.print === print ? known : { print, item: build() };
    this.used.set(key, entry);
    return entry.item;
  }

  /** Ends one drawing: what it did not ask for is let go. */
  sweep(): void {
    const kept = new Set([...this.used.values()]);
    for (const entry of this.entries.values()) {
      if (!kept.has(entry)) entry.item.dispose?.();
    }
    this.entries = this.used;
    this.used = new Map();
  }

  clear(): void {
    this.used = new Map();
    this.sweep();
  }
}
