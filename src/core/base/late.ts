/** A module that is loaded before what needs it can come: then the need itself waits for nothing. */
export class Late<T> {
  private loaded: T | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  /** `undefined` until it was loaded. */
  get value(): T | undefined {
    return this.loaded;
  }

  /** A load that failed is tried again. */
  async ready(): Promise<void> {
    this.loaded ??= await this.load();
  }

  provide(loaded: T): void {
    this.loaded = loaded;
  }
}
