import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import { leftOut } from "./leftOut";
import { tallyVariable, type Tally } from "./tally";

/** Mocha's usual output, and the counts in a file for the script that adds up all stages. */
class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env[tallyVariable];
    if (file === undefined) return;
    const failed: string[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, error: Error) => {
      failed.push(`${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      for (const { why, cases } of leftOut()) console.log(`  left out, ${cases} cases: ${why}`);
      const tally: Tally = {
        passed: passes,
        failed: failures,
        failures: failed,
        skipped: pending,
        leftOut: leftOut().reduce((sum, { cases }) => sum + cases, 0),
      };
      writeFileSync(file, JSON.stringify(tally));
    });
  }
}

// Mocha's command line takes the default export of a reporter's file.
export { TallyReporter, TallyReporter as default };
