import { readdirSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Failure } from "../host/failure";
import { repository, vsix } from "../host/paths";
import { packageExtension } from "../host/run/build";
import { bundled } from "./bundled";
import { hostileTable } from "./hostile";
import type * as InProcess from "./inProcess";
import { Race, type RaceResult } from "./race";
import { figure, table, within } from "./table";
import { readUnderLimit } from "./underLimit";
import { windowTables } from "./window/windowTables";
import { workloads, type Workload } from "./workload";
import { loadedAtActivation, loadedForInspection } from "./loadedFiles";

/** The page that a whole run writes. */
const page = path.join(repository, "docs", "bench.md");

type Print = (text: string) => void;

interface Part {
  readonly heading: string;
  readonly about: string;
  readonly measure: (print: Print) => Promise<void>;
}

const parts = {
  // First, as the garbage of the others would be counted as its own.
  decoding: {
    heading: "Decoding",
    about: "From the JSON of a dialog to what is shown of it.",
    async measure(print) {
      const decoding = (await inProcess()).decodingMs(10_000, 7);
      const row = ["10,000 dialogs", figure(decoding / 10), ...within(decoding, 100)];
      print(table(["decoding", "µs each", "median ms", "budget ms"], [row]));
    },
  },
  text: {
    heading: "While somebody types",
    about: "Ids, pastes and secrets in the text of an editor.",
    async measure(print) {
      const { mentionTable, pasteTable, leakScanTable } = await inProcess();
      for (const measured of [mentionTable, pasteTable, leakScanTable]) print(measured(7));
    },
  },
  race: {
    heading: "Reading dialogs",
    about:
      "This extension beside what one writes by hand and Bitrix24's own SDK: the same dialogs, each contender in a process of its own, over TLS, from an emulated portal without a limit. `×` is the ratio to the hand-written loop, which sends one batch of fifty after the other and checks nothing.",
    async measure(print) {
      const race = await Race.prepare();
      for (const workload of workloads) print(raceTable(workload, await race.run(workload)));
      await race.stop();
    },
  },
  limit: {
    heading: "Under a portal's limit",
    about:
      "A portal grants 50 requests at once and 2 more each second. Sockets are real, time is not: only the waiting for the limit counts.",
    async measure(print) {
      const { requests, refused, seconds, leastSeconds } = await readUnderLimit(10_000);
      const cells = [String(requests), String(refused), figure(leastSeconds), figure(seconds)];
      print(
        table(
          ["under the limit", "requests", "refused", "least possible s", "s", "×", "budget ×"],
          [["10,000 dialogs", ...cells, ...within(seconds / leastSeconds, 1.05)]],
        ),
      );
    },
  },
  hostile: {
    heading: "Hostile replies",
    about:
      "Of 16 MB, which is the most that is read: from the socket to what the panel is sent, each in a process of its own. Blocked is the longest time in which nothing else in VS Code's extension host could run. Budgets: 1,000 ms, 100 ms blocked, 100 MB held. Beside it, what `JSON.parse` alone takes of the same text, which nothing that reads it at one go stays below.",
    async measure(print) {
      print(await hostileTable());
    },
  },
  sizes: {
    heading: "Sizes",
    about: "Of what is installed and loaded.",
    async measure(print) {
      await packageExtension();
      print(sizeTable());
    },
  },
  window: {
    heading: "In a window",
    about:
      "A real VS Code in a real browser, and a portal behind a socket; medians. Blocked is the longest time in which nothing else in the extension host could run.",
    async measure(print) {
      await packageExtension();
      await windowTables(print);
    },
  },
} as const satisfies Readonly<Record<string, Part>>;

/**
 * Measures what the budgets promise, prints it as Markdown and, when all was measured, keeps it as a page. Nothing is
 * judged: other work on the machine shows in every number, so compare within one run.
 * @param only one part, by its name
 * @returns the exit code
 */
export async function bench(only?: string): Promise<number> {
  const chosen = Object.entries<Part>(parts).filter(([name]) => name === (only ?? name));
  if (chosen.length === 0) throw new Failure(`The parts are ${Object.keys(parts).join(", ")}.`);
  const texts: string[] = [];
  const print: Print = (text) => {
    console.log(`${text}\n`);
    texts.push(text);
  };
  print("# Measurements");
  print(
    `Written by \`npm run bench\` on ${os.availableParallelism()} cores, Node ${process.versions.node}, ${os.platform()}. **Bold** is over its budget. Other work on the machine shows in every number: compare within one run, the ratios before the milliseconds.`,
  );
  for (const [, { heading, about, measure }] of chosen) {
    print(`## ${heading}`);
    print(about);
    await measure(print);
  }
  if (only === undefined) writeFileSync(page, `${texts.join("\n\n")}\n`);
  return 0;
}

function raceTable({ name, rounds, budget }: Workload, results: readonly RaceResult[]): string {
  const [mine, loop] = results;
  const base = loop ?? mine;
  const rows = results.map((result) => {
    const ratio = (of: "wallMs" | "cpuMs" | "peakMb"): number => result[of] / (base?.[of] ?? NaN);
    const limit = result === mine ? budget : Infinity;
    return [
      result.name,
      String(result.requests),
      figure(result.wallMs),
      within(ratio("wallMs"), limit)[0],
      figure(result.peakMb),
      within(ratio("peakMb"), limit)[0],
      figure(result.cpuMs),
      figure(ratio("cpuMs")),
    ];
  });
  const head = [name, "requests", "median ms", "×", "peak MB", "×", "CPU ms", "×"];
  const limits = budget === undefined ? "" : ` Budget: × ${budget} in time and in memory.`;
  return `${table(head, rows)}\n\nMedians of ${rounds} rounds.${limits}`;
}

async function inProcess(): Promise<typeof InProcess> {
  return (await import(await bundled("inProcess"))) as typeof InProcess;
}

function sizeTable(): string {
  const dist = path.join(repository, "dist");
  const hostFiles = readdirSync(dist).filter((file) => file !== "panel.js" && /\.m?js$/.test(file));
  const kilobytesOf = (files: readonly string[]): number =>
    kilobytes(files.map((file) => path.join(dist, file)));
  return table(
    ["size", "KB", "budget KB"],
    [
      ["loaded at activation", ...within(kilobytesOf(loadedAtActivation()), 20)],
      ["loaded until a dialog is inspected", ...within(kilobytesOf(loadedForInspection()), 200)],
      ["loaded when all of it was used", figure(kilobytesOf(hostFiles)), ""],
      ["the panel's page", figure(kilobytesOf(["panel.js"])), ""],
      [path.basename(vsix), ...within(kilobytes([vsix]), 400)],
    ],
  );
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
}
