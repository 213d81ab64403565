/** How one run of mocha ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The tests that failed, each with what it said. */
  readonly failures: readonly string[];
  readonly skipped: number;
  /** Cases that need a program which is not installed here. */
  readonly leftOut: number;
}

/** Name of the variable that tells a run of mocha, wherever it happens, which file to write its tally to. */
export const tallyVariable = "TEST_TALLY_FILE";
