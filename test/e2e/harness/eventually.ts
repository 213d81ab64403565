const pauseMs = 50;

/**
 * Repeats a check until it neither throws nor gives undefined.
 * @returns what the check gave
 * @throws what the check threw last, when the time is over
 */
export async function eventually<T>(
  check: () => Promise<T | undefined>,
  options: { readonly withinMs?: number; readonly what: string },
): Promise<T> {
  const deadline = performance.now() + (options.withinMs ?? 30_000);
  for (;;) {
    const outcome = await attempt(check);
    if ("value" in outcome) return outcome.value;
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for ${options.what}`, { cause: outcome.cause });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function attempt<T>(
  check: () => Promise<T | undefined>,
): Promise<{ readonly value: T } | { readonly cause: unknown }> {
  try {
    const value = await check();
    return value === undefined ? { cause: undefined } : { value };
  } catch (cause) {
    return { cause };
  }
}
