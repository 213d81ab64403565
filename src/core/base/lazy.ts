/**
 * Loads something at its first use, once for all who ask. A load that failed is tried again by whoever asks next:
 * what was in its way (an update, a full disk) may be over.
 */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
