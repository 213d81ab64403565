import type { Tally } from "../mocha/tally";
import type { Section } from "./sections";

export interface StageOptions {
  /** Only tests whose full name matches, as mocha's --grep. */
  readonly grep?: string;
}

/** One part of `npm test`. */
export interface Stage {
  /** What the developer types: `npm test -- unit`. */
  readonly name: string;
  readonly heading: string;
  /** What is built once for all stages: nothing, the extension's files, or the VSIX, whose building makes them too. */
  readonly needs: "sources" | "build" | "vsix";
  /** How many processes it runs side by side. */
  readonly runs: number;
  /** Installs what the stage needs; all stages prepare at the same time. */
  prepare(): Promise<unknown>;
  /**
   * Runs the tests, whose output goes to `output`.
   * @param runEnded called when one of several processes ends: another stage may have its place
   * @returns undefined when the tests ended before they could be counted
   */
  run(options: StageOptions, output: Section, runEnded: () => void): Promise<Tally | undefined>;
}
