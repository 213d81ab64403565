export interface BucketSize {
  readonly capacity: number;
  readonly leakPerSecond: number;
}

/** The limit of every cloud plan but Enterprise, which has 250 and 5. */
export const usualBucket: BucketSize = { capacity: 50, leakPerSecond: 2 };

interface Level {
  readonly fill: number;
  readonly atMs: number;
}

/** Leaky buckets, one for each secret: a request that would overflow its bucket is refused. */
export class RateBuckets {
  private readonly levels = new Map<string, Level>();

  constructor(private readonly size: BucketSize) {}

  /** Whether the request fits; a refused one adds nothing. */
  admit(secret: string, nowMs: number): boolean {
    const level = this.levels.get(secret) ?? { fill: 0, atMs: nowMs };
    const leaked = ((nowMs - level.atMs) / 1000) * this.size.leakPerSecond;
    const fill = Math.max(0, level.fill - leaked);
    const fits = fill + 1 <= this.size.capacity;
    this.levels.set(secret, { fill: fits ? fill + 1 : fill, atMs: nowMs });
    return fits;
  }
}
