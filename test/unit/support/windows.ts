/**
 * What VS Code keeps for an extension, as two windows of it see that: each has a copy, a write goes to all
 * copies whole, and only the window that wrote learns when.
 */
export class SharedStorage {
  private readonly windows: WindowMemento[] = [];
  /** Writes, and keys that they changed. */
  readonly writes: string[][] = [];
  private stored = "{}";
  private isHeldBack = false;
  private isRefusing = false;
  private later: ((run: () => void) => void) | undefined;

  openWindow(): WindowMemento {
    const memento = new WindowMemento((values, keys) => {
      if (this.isRefusing) throw new Error("the disk is full");
      const written = JSON.stringify(values);
      this.stored = written;
      this.writes.push(keys);
      memento.accept(written);
      if (this.later !== undefined) {
        this.later(() => {
          for (const window of this.windows) if (window !== memento) window.accept(written);
        });
      } else if (!this.isHeldBack) this.deliver();
    });
    memento.accept(this.stored);
    this.windows.push(memento);
    return memento;
  }

  /** From now on windows learn nothing of each other, until `deliver`. */
  holdBack(): void {
    this.isHeldBack = true;
  }

  deliver(): void {
    for (const window of this.windows) window.accept(this.stored);
  }

  /** From now on each write is on its way for a while, so that two of them can pass each other. */
  deliverLate(later: (run: () => void) => void): void {
    this.later = later;
  }

  /** From now on nothing is stored. */
  refuse(): void {
    this.isRefusing = true;
  }

  accept(): void {
    this.isRefusing = false;
  }
}

class WindowMemento {
  private values: Record<string, unknown> = {};
  private changedKeys: string[] = [];
  private writing: Promise<void> | undefined;

  constructor(private readonly write: (values: object, keys: string[]) => void) {}

  get(key: string): unknown {
    return this.values[key];
  }

  /** Updates of one turn are written together. */
  update(key: string, value: unknown): Promise<void> {
    this.values = { ...this.values, [key]: value };
    this.changedKeys.push(key);
    this.writing ??= new Promise((resolve, reject) => {
      const before = this.values;
      setImmediate(() => {
        this.writing = undefined;
        try {
          this.write(this.values, this.changedKeys.splice(0));
          resolve();
        } catch (error) {
          this.values = before;
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    return this.writing;
  }

  accept(stored: string): void {
    this.values = JSON.parse(stored) as Record<string, unknown>;
  }
}
