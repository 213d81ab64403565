import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { tallyVariable, type Tally } from "../mocha/tally";
import { newTallyFile, readTally } from "../mocha/tallyFile";
import { repository } from "../paths";
import type { Stage, StageOptions } from "./stage";

const limitMs = 900_000;

interface MochaStageOptions {
  readonly name: string;
  readonly heading: string;
  readonly files: string;
  /** How many runs share the files, side by side: tests that mostly wait for a window need not wait in a row. */
  readonly runs?: number;
  readonly mochaArguments?: readonly string[];
  readonly prepare?: () => Promise<unknown>;
  /** Done before each run, for example a build. */
  readonly before?: () => void;
}

/** Tests that run in plain Node, in a process of their own. */
export function mochaStage(stage: MochaStageOptions): Stage {
  return {
    name: stage.name,
    heading: stage.heading,
    prepare: stage.prepare ?? (() => Promise.resolve()),
    async run(options) {
      stage.before?.();
      const args = [...(stage.mochaArguments ?? []), ...filter(options)];
      const shares = shared(stage.files, options.grep === undefined ? (stage.runs ?? 1) : 1);
      const tallies = await Promise.all(
        shares.map(async (files, index) => {
          const tallyFile = newTallyFile(`${stage.name}-${index}`);
          await runMocha([...files, ...args], tallyFile, index > 0);
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
    skipped: one.skipped + other.skipped,
  };
}

function filter({ grep }: StageOptions): string[] {
  return grep === undefined ? [] : ["--grep", grep];
}

/** @param isKeptBack the output comes when the run is over, lest it mixes with another's */
async function runMocha(
  args: readonly string[],
  tallyFile: string,
  isKeptBack: boolean,
): Promise<void> {
  const mocha = path.join(repository, "node_modules", "mocha", "bin", "mocha.js");
  const child = spawn(process.execPath, [mocha, ...args], {
    cwd: repository,
    env: { ...process.env, [tallyVariable]: tallyFile },
    stdio: ["ignore", isKeptBack ? "pipe" : "inherit", isKeptBack ? "pipe" : "inherit"],
    // Mocha runs the tests in a child of its own, which hears of a signal only as part of a group.
    detached: process.platform !== "win32",
  });
  const kept: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => kept.push(chunk));
  }
  const stop = (): void => {
    stopGroup(child);
  };
  const timer = setTimeout(() => {
    console.error(`The tests did not end within ${limitMs / 1000} seconds and are stopped.`);
    stop();
  }, limitMs);
  process.once("exit", stop);
  await once(child, "exit");
  process.removeListener("exit", stop);
  clearTimeout(timer);
  process.stdout.write(Buffer.concat(kept));
}

/** Politely: the tests stop what they have started. */
function stopGroup(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill("SIGTERM");
  else process.kill(-child.pid, "SIGTERM");
}
