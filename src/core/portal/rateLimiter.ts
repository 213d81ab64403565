import { Emitter, type Disposable } from "../base/lifecycle";
import { demoOrigin } from "./demoAddress";
import type { Urgency } from "./portalCaller";
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

/** In milliseconds: fractions of requests cannot be held exactly. */
const rounding = 1e-6;

/** Places of a bucket that reads of the product's own accord leave to those that somebody asks for. */
const keptFree = 10;

interface Bucket {
  /** Requests in the bucket at `atMs`; more than the capacity while some wait for their turn. */
  level: number;
  atMs: number;
  /** Ends when nobody waits in the background any more. */
  background: Promise<unknown>;
}

/**
 * Holds requests back before a portal refuses them. One leaky bucket per origin, whatever number of
 * webhooks goes there: the portal counts by the address that the requests come from. The demo portal counts nothing.
 */
export class RateLimiter implements Disposable {
  private readonly buckets = new Map<string, Bucket>();
  /** By origin, how many requests were refused for want of room and have not come through yet. */
  private readonly refused = new Map<string, number>();
  /** Those of them that somebody asked for: until they come through, nothing goes in the background. */
  private readonly refusedClicks = new Map<string, number>();
  private readonly changed = new Emitter<void>();
  /** Another program has begun, or ceased, to keep requests from a portal. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly clock: Clock,
    private readonly size: BucketSize = usualBucket,
  ) {}

  /**
   * Waits for a place, in the order of the calls; what somebody asked for goes before the rest.
   * @returns false when the signal was aborted first; the place is then given back
   */
  async take(origin: string, signal: AbortSignal, urgency: Urgency = "asked"): Promise<boolean> {
    if (signal.aborted) return false;
    if (origin === demoOrigin) return true;
    return urgency === "asked" ? this.takeNext(origin, signal) : this.takeBehind(origin, signal);
  }

  private async takeNext(origin: string, signal: AbortSignal): Promise<boolean> {
    const bucket = this.leaked(origin);
    bucket.level += 1;
    const overMs = this.overMs(bucket, this.size.capacity);
    if (overMs <= 0) return true;
    const isTime = await this.clock.wait(overMs, signal);
    if (!isTime) this.leaked(origin).level -= 1;
    return isTime;
  }

  /** One after the other, each when there is room and nobody is waiting. */
  private takeBehind(origin: string, signal: AbortSignal): Promise<boolean> {
    const room = Math.max(0, this.size.capacity - keptFree - 1);
    const bucket = this.leaked(origin);
    const turn = bucket.background.then(async () => {
      for (;;) {
        if (signal.aborted) return false;
        const overMs = this.overMs(this.leaked(origin), room);
        if (overMs <= rounding && !this.refusedClicks.has(origin)) break;
        const waitMs = overMs > rounding ? overMs : 1000 / this.size.leakPerSecond;
        await this.clock.wait(waitMs, signal);
      }
      this.leaked(origin).level += 1;
      return true;
    });
    bucket.background = turn;
    return turn;
  }

  private overMs({ level }: Bucket, capacity: number): number {
    return ((level - capacity) / this.size.leakPerSecond) * 1000;
  }

  /** Whether requests wait that the portal has refused, because other programs fill the same bucket. */
  isCrowded(origin: string): boolean {
    return this.refused.has(origin);
  }

  /** The portal refused all the same: other programs fill the same bucket. It counts as full. */
  fill(origin: string): void {
    const bucket = this.leaked(origin);
    bucket.level = Math.max(bucket.level, this.size.capacity);
  }

  /** A request that was refused for want of room waits; until it is disposed of, the portal is crowded. */
  waitInCrowd(origin: string, urgency: Urgency): Disposable {
    const count = (more: 1 | -1): void => {
      if (urgency === "asked") add(this.refusedClicks, origin, more);
      this.count(origin, more);
    };
    count(1);
    return {
      dispose: () => {
        count(-1);
      },
    };
  }

  dispose(): void {
    this.changed.dispose();
  }

  private count(origin: string, more: 1 | -1): void {
    const wasCrowded = this.isCrowded(origin);
    add(this.refused, origin, more);
    if (wasCrowded !== this.isCrowded(origin)) this.changed.fire();
  }

  private leaked(origin: string): Bucket {
    const nowMs = this.clock.steadyMs();
    const bucket = this.buckets.get(origin) ?? {
      level: 0,
      atMs: nowMs,
      background: Promise.resolve(),
    };
    const leak = ((nowMs - bucket.atMs) / 1000) * this.size.leakPerSecond;
    bucket.level = Math.max(0, bucket.level - leak);
    bucket.atMs = nowMs;
    this.buckets.set(origin, bucket);
    return bucket;
  }
}

function add(counts: Map<string, number>, origin: string, more: 1 | -1): void {
  const count = (counts.get(origin) ?? 0) + more;
  if (count > 0) counts.set(origin, count);
  else counts.delete(origin);
}
