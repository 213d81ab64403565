import { inspect, parseArgs } from "node:util";
import { Failure, messageOf } from "./failure";
import type { Tally } from "./mocha/tally";
import { buildExtension, packageExtension } from "./run/build";
import { Sections, type Section } from "./stages/sections";
import type { Stage, StageOptions } from "./stages/stage";
import { chooseStages } from "./stages/stages";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, as it is said again at the end. */
  readonly failures: readonly string[];
  readonly leftOut: number;
}

const nothing: Counts = { passed: 0, failed: 0, failures: [], leftOut: 0 };

/** A stage to run: where its output goes, and what it waits for first. */
interface Planned {
  readonly stage: Stage;
  readonly output: Section;
  readonly ready: Promise<unknown>;
}

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
  const options = values.grep === undefined ? {} : { grep: values.grep };
  const left = plan(chooseStages(positionals));
  // Side by side from both ends: neither of the two waits while the other has more than one stage to go.
  const { passed, failed, failures, leftOut } = sum(
    ...(await Promise.all([
      runStages(() => left.shift(), options),
      runStages(() => left.pop(), options),
    ])),
  );
  for (const failure of failures) console.log(`\nFailed: ${failure}`);
  if (leftOut > 0) console.log(`${leftOut} left out: programs they need are not installed here.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Preparations begin at once, those of all stages. */
function plan(stages: readonly Stage[]): Planned[] {
  const sections = new Sections((chunk) => {
    process.stdout.write(chunk);
  });
  const built = build(stages);
  return stages.map((stage) => {
    const ready = Promise.all([stage.prepare(), stage.needs === "sources" ? undefined : built]);
    // It is judged when the stage's turn comes.
    ready.catch(() => undefined);
    return { stage, output: sections.add(), ready };
  });
}

/** Once for all stages: they run side by side and share the files. */
async function build(stages: readonly Stage[]): Promise<void> {
  if (stages.some(({ needs }) => needs === "vsix")) await packageExtension();
  else if (stages.some(({ needs }) => needs === "build")) await buildExtension();
}

async function runStages(next: () => Planned | undefined, options: StageOptions): Promise<Counts> {
  let counts = nothing;
  for (let planned = next(); planned !== undefined; planned = next()) {
    counts = sum(counts, await runStage(planned, options));
  }
  return counts;
}

function sum(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
    leftOut: one.leftOut + other.leftOut,
  };
}

async function runStage({ stage, output, ready }: Planned, options: StageOptions): Promise<Counts> {
  const say = (line: string): void => {
    output.write(`${line}\n`);
  };
  say(`\n=== ${stage.heading} ===`);
  try {
    await ready;
    return judge(stage.heading, await stage.run(options, output));
  } catch (error) {
    say(error instanceof Failure ? error.message : inspect(error));
    return oneFailure(stage.heading, messageOf(error).split("\n")[0] ?? "");
  } finally {
    output.end();
  }
}

/** A stage that ended early, ran nothing or skipped a test proves less than it seems to: it counts as failed. */
function judge(heading: string, tally: Tally | undefined): Counts {
  if (tally === undefined) {
    return oneFailure(heading, "The tests ended before they could be counted.");
  }
  const { passed, failed, skipped, leftOut } = tally;
  if (passed + failed + skipped + leftOut === 0) return oneFailure(heading, "No test ran.");
  const failures = tally.failures.map((failure) => `${heading}: ${failure}`);
  if (skipped > 0) failures.push(`${heading}: ${skipped} tests were skipped.`);
  return { passed, failed: failed + skipped, failures, leftOut };
}

function oneFailure(heading: string, why: string): Counts {
  return { ...nothing, failed: 1, failures: [`${heading}: ${why}`] };
}
