import type { Tally } from "../mocha/tally";

export interface StageOptions {
  /** Only tests whose full name matches, as mocha's --grep. */
  readonly grep?: string;
}

/** One part of `npm test`. */
export interface Stage {
  /** What the developer types: `npm test -- unit`. */
  readonly name: string;
  readonly heading: string;
  /** Installs what the stage needs; all stages prepare at the same time. */
  prepare(): Promise<unknown>;
  /**
   * Runs the tests, whose output goes to the terminal.
   * @returns undefined when the tests ended before they could be counted
   */
  run(options: StageOptions): Promise<Tally | undefined>;
}
