interface Charge {
  readonly seconds: number;
  readonly atMs: number;
}

const windowMs = 10 * 60 * 1000;

/** Calls this short are free. */
const freeSeconds = 0.1;

/** How long each webhook has kept each method busy in the last ten minutes. */
export class OperatingLedger {
  private readonly charges = new Map<string, readonly Charge[]>();

  /** @param limitSeconds from here on the method is blocked for the webhook; the cloud allows 480 */
  constructor(private readonly limitSeconds: number) {}

  charge(secret: string, method: string, seconds: number, nowMs: number): void {
    if (seconds <= freeSeconds) return;
    const running = this.running(secret, method, nowMs);
    this.charges.set(keyOf(secret, method), [...running, { seconds, atMs: nowMs }]);
  }

  isBanned(secret: string, method: string, nowMs: number): boolean {
    return this.operating(secret, method, nowMs) >= this.limitSeconds;
  }

  /** Seconds charged and still counted. */
  operating(secret: string, method: string, nowMs: number): number {
    return this.running(secret, method, nowMs).reduce((sum, { seconds }) => sum + seconds, 0);
  }

  /** Unix seconds at which the oldest charge falls. */
  resetAt(secret: string, method: string, nowMs: number): number {
    const oldest = this.running(secret, method, nowMs)[0]?.atMs ?? nowMs;
    return Math.floor((oldest + windowMs) / 1000);
  }

  private running(secret: string, method: string, nowMs: number): readonly Charge[] {
    const all = this.charges.get(keyOf(secret, method)) ?? [];
    return all.filter(({ atMs }) => nowMs - atMs < windowMs);
  }
}

function keyOf(secret: string, method: string): string {
  return `${secret} ${method.toLowerCase()}`;
}
