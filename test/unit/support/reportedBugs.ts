import { settled } from "./fakeClock";

/** What is reported as a bug while the work runs: anywhere else that fails a run. */
export async function reportedBugs(work: () => Promise<void> | void): Promise<readonly unknown[]> {
  const bugs: unknown[] = [];
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => bugs.push(reason));
  try {
    await work();
    await settled();
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
  return bugs;
}
