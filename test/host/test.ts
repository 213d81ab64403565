import { inspect, parseArgs } from "node:util";
import { Failure, messageOf } from "./failure";
import type { Tally } from "./mocha/tally";
import { buildExtension, packageExtension } from "./run/build";
import { Room } from "./stages/room";
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

/** A stage to run, and what it waits for first. */
interface Planned {
  readonly stage: Stage;
  readonly ready: Promise<unknown>;
  isReady: boolean;
}

/** How many processes with tests run side by side: on two cores, while one waits for its window, the others work. */
const atOnce = 3;

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
  const { passed, failed, failures, leftOut } = await runSideBySide(
    plan(chooseStages(positionals)),
    options,
  );
  for (const failure of failures) console.log(`\nFailed: ${failure}`);
  if (leftOut > 0) console.log(`${leftOut} left out: programs they need are not installed here.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Preparations begin at once, those of all stages. */
function plan(stages: readonly Stage[]): Planned[] {
  const built = build(stages);
  return stages.map((stage) => {
    const ready = Promise.all([stage.prepare(), stage.needs === "sources" ? undefined : built]);
    const planned: Planned = { stage, ready, isReady: false };
    const isReady = (): void => {
      planned.isReady = true;
    };
    // A failure is judged when the stage's turn comes.
    ready.then(isReady, isReady);
    return planned;
  });
}

/** Once for all stages: they run side by side and share the files. */
async function build(stages: readonly Stage[]): Promise<void> {
  if (stages.some(({ needs }) => needs === "vsix")) await packageExtension();
  else if (stages.some(({ needs }) => needs === "build")) await buildExtension();
}

/** In their order, each as soon as there is room for it; those that are not ready yet let others go first. */
async function runSideBySide(planned: readonly Planned[], options: StageOptions): Promise<Counts> {
  const sections = new Sections((chunk) => {
    process.stdout.write(chunk);
  });
  const left = [...planned];
  const running: Promise<Counts>[] = [];
  const room = new Room(atOnce);
  while (left.length > 0) {
    const next = left.find(({ isReady }) => isReady);
    if (next === undefined) {
      await Promise.race(left.map(({ ready }) => settled(ready)));
    } else if (room.has(next.stage.runs)) {
      left.splice(left.indexOf(next), 1);
      room.take(next.stage.runs);
      running.push(runStage(next, sections.add(), options, room));
    } else await room.whenFreed();
  }
  return (await Promise.all(running)).reduce(sum, nothing);
}

async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

function sum(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
    leftOut: one.leftOut + other.leftOut,
  };
}

async function runStage(
  { stage, ready }: Planned,
  output: Section,
  options: StageOptions,
  room: Room,
): Promise<Counts> {
  let places = stage.runs;
  const giveBack = (): void => {
    places -= 1;
    room.give();
  };
  const say = (line: string): void => {
    output.write(`${line}\n`);
  };
  say(`\n=== ${stage.heading} ===`);
  try {
    await ready;
    return judge(stage.heading, await stage.run(options, output, giveBack));
  } catch (error) {
    say(error instanceof Failure ? error.message : inspect(error));
    return oneFailure(stage.heading, messageOf(error).split("\n")[0] ?? "");
  } finally {
    output.end();
    while (places > 0) giveBack();
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
