import type { Clock } from "./transport";

/** How many requests a portal takes at once, and how many more each second. */
export interface BucketSize {
  readonly capacity: number;
  readonly leakPerSecond: number;
}

/**
 * What every plan but Enterprise grants (50 and 2 per second, REST brief, transport.md section 6), less a
 * second's worth: requests overtake one another on the way, and the portal counts them as they arrive.
 */
export const usualBucket: BucketSize = { capacity: 48, leakPerSecond: 2 };

interface Bucket {
  /** Requests in the bucket at `atMs`; more than the capacity while some wait for their turn. */
  level: number;
  atMs: number;
}

/**
 * Holds requests back before a portal refuses them. One leaky bucket per origin, whatever number of
 * webhooks goes there: the portal counts by the address that the requests come from.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly size: BucketSize = usualBucket,
  ) {}

  /**
   * Waits for a place, in the order of the calls.
   * @returns false when the signal was aborted first; the place is then given back
   */
  async take(origin: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const bucket = this.leaked(origin);
    bucket.level += 1;
    const overMs = ((bucket.level - this.size.capacity) / this.size.leakPerSecond) * 1000;
    if (overMs <= 0) return true;
    const isTime = await this.clock.wait(overMs, signal);
    if (!isTime) this.leaked(origin).level -= 1;
    return isTime;
  }

  /** The portal refused all the same: other programs fill the same bucket. It counts as full. */
  fill(origin: string): void {
    const bucket = this.leaked(origin);
    bucket.level = Math.max(bucket.level, this.size.capacity);
  }

  private leaked(origin: string): Bucket {
    const nowMs = this.clock.steadyMs();
    const bucket = this.buckets.get(origin) ?? { level: 0, atMs: nowMs };
    const leak = ((nowMs - bucket.atMs) / 1000) * this.size.leakPerSecond;
    bucket.level = Math.max(0, bucket.level - leak);
    bucket.atMs = nowMs;
    this.buckets.set(origin, bucket);
    return bucket;
  }
}
