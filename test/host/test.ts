import { parseArgs } from "node:util";
import { Failure, messageOf } from "./failure";
import type { Tally } from "./mocha/tally";
import { chooseStages } from "./stages/stages";
import type { Stage, StageOptions } from "./stages/stage";

/**
 * Runs the stages named on the command line, or all.
 * @returns the exit code; the last line printed is "N passed, N failed"
 */
export async function test(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { grep: { type: "string", short: "g" } },
  });
  const stages = chooseStages(positionals);
  await Promise.all(stages.map((stage) => stage.prepare()));
  const totals = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const { passed, failed } = await runStage(
      stage,
      values.grep === undefined ? {} : { grep: values.grep },
    );
    totals.passed += passed;
    totals.failed += failed;
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

async function runStage(
  stage: Stage,
  options: StageOptions,
): Promise<{ passed: number; failed: number }> {
  console.log(`\n=== ${stage.heading} ===`);
  try {
    return judge(await stage.run(options));
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    console.error(`${stage.heading}: ${messageOf(error).split("\n")[0] ?? ""}`);
    return { passed: 0, failed: 1 };
  }
}

/** A stage that ended early, ran nothing or skipped a test proves less than it seems to: it counts as failed. */
function judge(tally: Tally | undefined): { passed: number; failed: number } {
  if (tally === undefined) {
    console.error("The tests ended before they could be counted.");
    return { passed: 0, failed: 1 };
  }
  const { passed, failed, skipped } = tally;
  if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed.`);
  if (passed + failed + skipped > 0) return { passed, failed: failed + skipped };
  console.error("No test ran.");
  return { passed: 0, failed: 1 };
}
