import { isObject } from "../base/json";
import { readTime, type ServerTime } from "./envelope";
import { ownerKey } from "./portalRecord";
import type { Webhook } from "./webhook";

/** The cloud blocks a method at 480 seconds in ten minutes: a longer read may not get there (REST brief, transport.md section 6). */
export const spareAtS = 475;
const windowMs = 600_000;

/** Of a method that is close to being blocked. */
export interface UsedUp {
  readonly usedS: number;
  /** When the first of it is forgotten, milliseconds since 1970. */
  readonly untilMs: number;
}

/** What the portals' replies say of the execution time that each webhook has used of each method. */
export class OperatingTime {
  private readonly used = new Map<string, UsedUp>();

  constructor(private readonly clock: { nowMs(): number }) {}

  /** Takes what a reply says: of the method, and of what travelled inside a batch. */
  learn(
    webhook: Webhook,
    method: string,
    params: Readonly<Record<string, unknown>>,
    { result, time }: { readonly result: unknown; readonly time: ServerTime | undefined },
  ): void {
    this.note(webhook, method, time);
    const { cmd } = params;
    const times = isObject(result) ? result["result_time"] : undefined;
    if (method !== "batch" || !isObject(cmd) || !isObject(times)) return;
    for (const [key, line] of Object.entries(cmd)) {
      const [name = ""] = String(line).split("?", 1);
      this.note(webhook, name, readTime(times[key]));
    }
  }

  /** `undefined`: there is room for more. */
  usedUp(webhook: Webhook, method: string): UsedUp | undefined {
    const key = keyOf(webhook, method);
    const used = this.used.get(key);
    const leftMs = (used?.untilMs ?? 0) - this.clock.nowMs();
    // More is left only after the clock was set back.
    if (leftMs > 0 && leftMs <= windowMs) return used;
    this.used.delete(key);
    return undefined;
  }

  private note(webhook: Webhook, method: string, time: ServerTime | undefined): void {
    // What is known of a method stays when nothing is said of it: a part of a batch that failed has no time.
    const usedS = time?.operatingS;
    if (usedS === undefined || (usedS < spareAtS && this.used.size === 0)) return;
    const key = keyOf(webhook, method);
    if (usedS < spareAtS) this.used.delete(key);
    else {
      const leftMs = time?.operatingLeftS === undefined ? windowMs : time.operatingLeftS * 1000;
      const untilMs = this.clock.nowMs() + Math.min(Math.max(leftMs, 1_000), windowMs);
      this.used.set(key, { usedS, untilMs });
    }
  }
}

function keyOf(webhook: Webhook, method: string): string {
  return `${ownerKey(webhook)} ${method.toLowerCase()}`;
}
