/** What a contender has to read: dialogs by id, and how they are asked for. */
export interface Workload {
  readonly name: string;
  readonly dialogs: number;
  /** Asked for one by one, in the same turn: whoever batches has to do so unasked. */
  readonly areSingleReads: boolean;
  readonly rounds: number;
  /** Times the hand-written loop. */
  readonly budget?: number;
}

export const workloads: readonly Workload[] = [
  { name: "100 single reads at once", dialogs: 100, areSingleReads: true, rounds: 15 },
  { name: "1,000 dialogs by id", dialogs: 1_000, areSingleReads: false, rounds: 11, budget: 1.3 },
  { name: "10,000 dialogs by id", dialogs: 10_000, areSingleReads: false, rounds: 5, budget: 1.1 },
];

/** The emulator has two hundred ordinary chats; they are asked for again and again. */
export function dialogIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `chat${500 + (index % 200)}`);
}
