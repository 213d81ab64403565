import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { output } from "../paths";
import type { Tally } from "./tally";

const tallySchema = v.object({
  passed: v.number(),
  failed: v.number(),
  failures: v.array(v.string()),
  skipped: v.number(),
  leftOut: v.number(),
});

/** Where a stage's tally goes; that of the run before is removed. */
export function newTallyFile(stage: string): string {
  const file = path.join(output, "tally", `${stage}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @returns undefined when mocha ended before it could write it */
export function readTally(file: string): Tally | undefined {
  if (!existsSync(file)) return undefined;
  return v.parse(tallySchema, JSON.parse(readFileSync(file, "utf8")));
}
