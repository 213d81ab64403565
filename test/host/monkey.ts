import { parseArgs } from "node:util";
import { Failure } from "./failure";
import { newestHost } from "./versions";

const variable = "MONKEY_SECONDS";

/** How long the monkey plays, in each run of `npm test`. */
export function monkeySeconds(): string {
  return process.env[variable] ?? "60";
}

/** How much longer the tests may take for it. */
export function monkeyMs(): number {
  return Number(monkeySeconds()) * 1_000;
}

/** `npm run monkey -- --minutes 60 --seed 7`: what to pass on to the tests. */
export function prepareMonkey(args: readonly string[]): readonly string[] {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "60" },
      seed: { type: "string" },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Failure(`"${values.minutes}" is no number of minutes.`);
  process.env[variable] = String(Math.ceil(minutes * 60));
  if (values.seed !== undefined) process.env["MONKEY_SEED"] = values.seed;
  return [`integration-${newestHost.vscode}`, "--grep", "The monkey"];
}
