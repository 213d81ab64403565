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

  /** A listener that throws silences nobody: the others and the one that fires go on. */
  fire(value: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener.call(value);
      } catch (error) {
        reportBug(error);
      }
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}

/**
 * An exception is a bug, and whoever met it goes on without it: the host gets it as a promise that was rejected,
 * and writes it to its log.
 */
export function reportBug(error: unknown): void {
  void Promise.reject(error instanceof Error ? error : new Error(String(error)));
}
