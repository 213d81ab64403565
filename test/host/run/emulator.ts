import path from "node:path";
import * as v from "valibot";
import { Failure } from "../failure";
import { repository } from "../paths";
import { ChildGroup } from "./childGroup";

const readyWithinMs = 30_000;

const addressSchema = v.object({
  origin: v.string(),
  webhook: v.string(),
  controlToken: v.string(),
});

/** The demo portal, served on this machine. */
export interface RunningEmulator {
  readonly origin: string;
  /** A webhook of the sample administrator. Made up, so it may be shown. */
  readonly webhook: string;
  /** Opens the emulator's own routes: faults, journal, reset. */
  readonly controlToken: string;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

export async function startEmulator(): Promise<RunningEmulator> {
  const script = path.join(repository, "test", "emulator", "main.ts");
  const emulator = new ChildGroup(process.execPath, ["--import", "tsx", script], {
    cwd: repository,
  });
  const line = await emulator.waitForLine(/^\{.*"webhook".*\}$/, readyWithinMs);
  if (line === undefined) {
    const tail = emulator.tail();
    await emulator.stop();
    throw new Failure(`The portal emulator did not start:\n${tail}`);
  }
  const { exited } = emulator;
  return { ...v.parse(addressSchema, JSON.parse(line[0])), exited, stop: () => emulator.stop() };
}
