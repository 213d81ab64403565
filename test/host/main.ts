import os from "node:os";
import { Failure } from "./failure";
import { packageExtension } from "./run/build";
import { start } from "./start";
import { test } from "./test";

const [command = "", ...args] = process.argv.slice(2);

async function run(): Promise<number> {
  switch (command) {
    case "start":
      return start(args);
    case "test":
      return test(args);
    case "package":
      packageExtension();
      return 0;
    default:
      throw new Failure("Usage: node test/host/run.mjs start | test | package");
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // What was started and what is temporary is cleaned up when this process exits.
  process.on(signal, () =>
    process.exit(command === "start" ? 0 : 128 + os.constants.signals[signal]),
  );
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  },
);
