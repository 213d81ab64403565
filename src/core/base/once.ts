/** What is made at its first use and shared from then on. */
export interface Once<T> {
  /** A failure is not kept: the next use tries again. */
  (): Promise<T>;
  /** What has been made; `undefined` until then. */
  readonly made: () => T | undefined;
  /** Calls back when it has been made, and makes nothing by itself. */
  whenMade(use: (made: T) => void): void;
}

/** @param make may be slow; it runs once while it succeeds */
export function once<T>(make: () => Promise<T>): Once<T> {
  let making: Promise<T> | undefined;
  let made: T | undefined;
  const waiting: ((made: T) => void)[] = [];
  const start = async (): Promise<T> => {
    try {
      const value = await make();
      made = value;
      for (const use of waiting.splice(0)) use(value);
      return value;
    } catch (error) {
      making = undefined;
      throw error;
    }
  };
  return Object.assign(() => (making ??= start()), {
    made: () => made,
    whenMade: (use: (made: T) => void): void => {
      if (making === undefined) waiting.push(use);
      else void making.then(use, () => undefined);
    },
  });
}
