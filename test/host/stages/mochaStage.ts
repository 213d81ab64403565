import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { tallyVariable } from "../mocha/tally";
import { newTallyFile, readTally } from "../mocha/tallyFile";
import { repository } from "../paths";
import type { Stage, StageOptions } from "./stage";

const limitMs = 480_000;

interface MochaStageOptions {
  readonly name: string;
  readonly heading: string;
  readonly files: string;
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
      const tallyFile = newTallyFile(stage.name);
      await runMocha([stage.files, ...(stage.mochaArguments ?? []), ...filter(options)], tallyFile);
      return readTally(tallyFile);
    },
  };
}

function filter({ grep }: StageOptions): string[] {
  return grep === undefined ? [] : ["--grep", grep];
}

async function runMocha(args: readonly string[], tallyFile: string): Promise<void> {
  const mocha = path.join(repository, "node_modules", "mocha", "bin", "mocha.js");
  const child = spawn(process.execPath, [mocha, ...args], {
    cwd: repository,
    env: { ...process.env, [tallyVariable]: tallyFile },
    stdio: "inherit",
    // Mocha runs the tests in a child of its own, which hears of a signal only as part of a group.
    detached: process.platform !== "win32",
  });
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
}

/** Politely: the tests stop what they have started. */
function stopGroup(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill("SIGTERM");
  else process.kill(-child.pid, "SIGTERM");
}
