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

  openWindow(): WindowMemento {
    const memento = new WindowMemento((values, keys) => {
      this.stored = JSON.stringify(values);
      this.writes.push(keys);
      memento.accept(this.stored);
      if (!this.isHeldBack) this.deliver();
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
    this.values[key] = value;
    this.changedKeys.push(key);
    this.writing ??= new Promise((resolve) => {
      setImmediate(() => {
        this.writing = undefined;
        this.write(this.values, this.changedKeys.splice(0));
        resolve();
      });
    });
    return this.writing;
  }

  accept(stored: string): void {
    this.values = JSON.parse(stored) as Record<string, unknown>;
  }
}
