import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { repository } from "../paths";
import { monkeyMs } from "../monkey";
import type { Section } from "./sections";

const limitMs = 900_000 + monkeyMs();

/** Runs a script of Node's in a process of its own, which is stopped when it takes too long or when this one ends. */
export async function runTestProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  output: Section,
): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // Mocha runs the tests in a child of its own, which hears of a signal only as part of a group.
    detached: process.platform !== "win32",
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output.write(chunk);
    });
  }
  const stop = (): void => {
    stopGroup(child);
  };
  const timer = setTimeout(() => {
    output.write(`The tests did not end within ${limitMs / 1000} seconds and are stopped.\n`);
    stop();
  }, limitMs);
  process.once("exit", stop);
  await once(child, "close");
  process.removeListener("exit", stop);
  clearTimeout(timer);
}

/** Politely: the tests stop what they have started. */
function stopGroup(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill("SIGTERM");
  else process.kill(-child.pid, "SIGTERM");
}
