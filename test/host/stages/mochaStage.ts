import { readdirSync } from "node:fs";
import path from "node:path";
import { tallyVariable, type Tally } from "../mocha/tally";
import { newTallyFile, readTally } from "../mocha/tallyFile";
import { repository } from "../paths";
import { Sections } from "./sections";
import type { Stage, StageOptions } from "./stage";
import { runTestProcess } from "./testProcess";

const mocha = path.join("node_modules", "mocha", "bin", "mocha.js");

interface MochaStageOptions extends Pick<Stage, "name" | "heading" | "needs"> {
  readonly files: string;
  /** How many runs share the files, side by side: tests that mostly wait for a window need not wait in a row. */
  readonly runs?: number;
  readonly mochaArguments?: readonly string[];
  readonly prepare?: () => Promise<unknown>;
}

/** Tests that run in plain Node, in a process of their own. */
export function mochaStage(stage: MochaStageOptions): Stage {
  return {
    name: stage.name,
    heading: stage.heading,
    needs: stage.needs,
    runs: stage.runs ?? 1,
    prepare: stage.prepare ?? (() => Promise.resolve()),
    async run(options, output, runEnded) {
      const args = [...(stage.mochaArguments ?? []), ...filter(options)];
      const shares = shared(stage.files, options.grep === undefined ? (stage.runs ?? 1) : 1);
      const sections = new Sections((chunk) => {
        output.write(chunk);
      });
      const tallies = await Promise.all(
        shares.map(async (files, index) => {
          const tallyFile = newTallyFile(`${stage.name}-${index}`);
          const section = sections.add();
          await runTestProcess([mocha, ...files, ...args], { [tallyVariable]: tallyFile }, section);
          section.end();
          runEnded();
          return readTally(tallyFile);
        }),
      );
      return tallies.reduce(sum);
    },
  };
}

/** The files in turn to each run: neighbours by name are alike, and so is the time they take. */
function shared(pattern: string, runs: number): readonly (readonly string[])[] {
  if (runs === 1) return [[pattern]];
  const folder = pattern.slice(0, pattern.indexOf("/**"));
  const files = readdirSync(path.join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join(folder, file))
    .sort();
  return Array.from({ length: runs }, (_, run) => files.filter((_file, at) => at % runs === run));
}

function sum(one: Tally | undefined, other: Tally | undefined): Tally | undefined {
  if (one === undefined || other === undefined) return undefined;
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
    skipped: one.skipped + other.skipped,
    leftOut: one.leftOut + other.leftOut,
  };
}

function filter({ grep }: StageOptions): string[] {
  return grep === undefined ? [] : ["--grep", grep];
}
