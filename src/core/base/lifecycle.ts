export interface Disposable {
  dispose(): void;
}

/** Owns what its owner created, and disposes of it newest first. */
export class DisposableStore implements Disposable {
  private readonly items: Disposable[] = [];
  private isDisposed = false;

  add<T extends Disposable>(item: T): T {
    // A late arrival must not leak.
    if (this.isDisposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  dispose(): void {
    this.isDisposed = true;
    while (this.items.length > 0) this.items.pop()?.dispose();
  }
}

export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The event source of core, of the same shape as VS Code's, so that surfaces use both alike. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<{ readonly call: (value: T) => void }>();

  readonly event: Event<T> = (listener) => {
    const entry = { call: listener };
    this.listeners.add(entry);
    return { dispose: () => this.listeners.delete(entry) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener.call(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
