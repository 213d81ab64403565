import os from "node:os";
import { Failure } from "./failure";
import { prepareMonkey } from "./monkey";
import { packageForPublishing } from "./publishable";
import { start } from "./start";
import { test } from "./test";

const [command = "", ...args] = process.argv.slice(2);

async function run(): Promise<number> {
  switch (command) {
    case "start":
      return start(args);
    case "test":
      return test(args);
    case "monkey":
      return test(prepareMonkey(args));
    case "package":
      await packageForPublishing();
      return 0;
    case "pictures":
      return (await import("../pictures/pictures")).pictures();
    case "bench":
      return (await import("../bench/bench")).bench(args[0]);
    default:
      throw new Failure(
        "Usage: node test/host/run.mjs start | test | monkey | package | pictures | bench",
      );
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // What was started and what is temporary is cleaned up when this process exits.
  process.on(signal, () =>
    process.exit(command === "start" ? 0 : 128 + os.constants.signals[signal]),
  );
}

run().then(
  // What is still on its way into a full pipe would be lost with the process: the last line is the one that counts.
  (code) => process.stdout.write("", () => process.exit(code)),
  (error: unknown) => {
    console.error(isForTheUser(error) ? error.message : error);
    process.exit(1);
  },
);

/** Wrong options are told by Node's own parser, in words that need no more. */
function isForTheUser(error: unknown): error is Error {
  if (error instanceof Failure) return true;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS");
}
