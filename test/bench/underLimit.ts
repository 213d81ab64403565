import { chatRef } from "../../src/core/dialog/dialogId";
import { Emulator } from "../emulator/emulator";
import { BrowseBench } from "../portal/browse/support/browseBench";

export interface PacedResult {
  readonly requests: number;
  readonly refused: number;
  /** Virtual. */
  readonly seconds: number;
  /** What a bucket of 50 that leaks 2 in a second asks for at the least. */
  readonly leastSeconds: number;
}

/**
 * Reads dialogs from a portal that grants 50 requests and 2 more each second, with the limiter that the
 * extension uses. Sockets are real, time is not: client and portal share a clock that jumps when nothing is on
 * its way, so replies take no time and only the waiting for the limit is measured.
 */
export async function readUnderLimit(dialogs: number): Promise<PacedResult> {
  let now = (): number => 0;
  const emulator = await Emulator.start({ capacity: 50, leakPerSecond: 2, clock: () => now() });
  try {
    const { time, reader, record } = await BrowseBench.start(emulator.webhook());
    now = () => time.clock.nowMs();
    const never = new AbortController().signal;
    const outcomes = await time.run(
      Promise.all(
        Array.from({ length: dialogs }, (_, index) =>
          reader.dialog(record, chatRef(500 + (index % 200)), never),
        ),
      ),
    );
    if (!outcomes.every(({ ok }) => ok)) throw new Error("Not every dialog was read.");
    const { requests } = emulator;
    return {
      requests: requests.length,
      refused: requests.filter(({ status }) => status === 503).length,
      seconds: time.clock.steadyMs() / 1000,
      leastSeconds: (requests.length - 50) / 2,
    };
  } finally {
    await emulator.stop();
  }
}
