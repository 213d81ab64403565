import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as v from "valibot";
import { Failure } from "../host/failure";
import { output, repository, vsix } from "../host/paths";
import { packageExtension } from "../host/run/build";
import { decodingMs } from "./decoding";
import { hostileTable } from "./hostile";
import { leakScanTable } from "./leakScan";
import { mentionTable } from "./mentions";
import { pasteTable } from "./pastes";
import { Race, type RaceResult } from "./race";
import { figure, table } from "./table";
import { readUnderLimit } from "./underLimit";
import { windowTables } from "./window/windowTables";
import { workloads, type Workload } from "./workload";

/** The page that a whole run writes. */
const page = path.join(repository, "docs", "bench.md");

type Print = (text: string) => void;

interface Part {
  readonly heading: string;
  readonly about: string;
  readonly measure: (print: Print) => void | Promise<void>;
}

const parts = {
  // First, as the garbage of the others would be counted as its own.
  decoding: {
    heading: "Decoding",
    about: "From the JSON of a dialog to what is shown of it.",
    measure(print) {
      const decoding = decodingMs(10_000, 7);
      const row = ["10,000 dialogs", figure(decoding), "100", figure(decoding / 10)];
      print(table(["decoding", "median ms", "budget", "µs each"], [row]));
    },
  },
  text: {
    heading: "While somebody types",
    about: "Ids, pastes and secrets in the text of an editor.",
    measure(print) {
      for (const measured of [mentionTable, pasteTable, leakScanTable]) print(measured(7));
    },
  },
  race: {
    heading: "Reading dialogs",
    about:
      "Beside what one writes by hand and Bitrix24's own SDK, each in a process of its own, over TLS, from an emulated portal without a limit. Ratios are to the hand-written loop, which checks nothing. Budget: 1.1 for 10,000 dialogs, in time and in memory.",
    async measure(print) {
      const race = await Race.prepare();
      for (const workload of workloads) print(raceTable(workload, await race.run(workload)));
      await race.stop();
    },
  },
  limit: {
    heading: "Under a portal's limit",
    about: "Sockets are real, time is not: only the waiting for the limit counts.",
    async measure(print) {
      const { requests, refused, seconds, leastSeconds } = await readUnderLimit(10_000);
      const ratio = figure(seconds / leastSeconds);
      const cells = [requests, refused].map(String);
      print(
        table(
          ["10,000 dialogs under 50 / 2", "requests", "refused", "s", "least s", "ratio", "budget"],
          [["ours", ...cells, figure(seconds), figure(leastSeconds), ratio, "1.05"]],
        ),
      );
    },
  },
  hostile: {
    heading: "Hostile replies",
    about:
      "Of up to 16 MB, which is the most that is read; from a socket on, each in a process of its own. Budget: shown or refused within 1,000 ms, with 100 MB held, and nothing else kept waiting for over 100 ms.",
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
    about: "A real VS Code in a real browser, and a portal behind a socket.",
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
    `Written by \`npm run bench\`: ${os.availableParallelism()} cores, Node ${process.versions.node}, ${os.platform()}. Other work on the machine shows in every number: compare within one run.`,
  );
  for (const [, { heading, about, measure }] of chosen) {
    print(`## ${heading}`);
    print(about);
    await measure(print);
  }
  if (only === undefined) writeFileSync(page, `${texts.join("\n\n")}\n`);
  return 0;
}

function raceTable({ name, rounds }: Workload, results: readonly RaceResult[]): string {
  const [mine, loop] = results;
  const base = loop ?? mine;
  const rows = results.map((result) => [
    result.name,
    figure(result.wallMs),
    figure(result.wallMs / (base?.wallMs ?? NaN)),
    figure(result.cpuMs),
    figure(result.cpuMs / (base?.cpuMs ?? NaN)),
    String(result.requests),
    figure(result.peakMb),
  ]);
  const head = [
    `${name}, ${rounds} rounds`,
    "median ms",
    "ratio",
    "CPU ms",
    "ratio",
    "requests",
    "peak MB",
  ];
  return table(head, rows);
}

/** What `import()` loads until the panel of a portal's dialog is drawn, the sidebar left closed. */
const inspection = [
  "src/services.ts",
  "src/features/inspect/inspectDialog.ts",
  "src/features/inspect/dialogPanels.ts",
  "src/panel/host/hostedPage.ts",
];

function sizeTable(): string {
  const dist = path.join(repository, "dist");
  const hostFiles = readdirSync(dist).filter((file) => file !== "panel.js" && /\.m?js$/.test(file));
  const kilobytesOf = (files: Iterable<string>): string =>
    kilobytes([...files].map((file) => path.join(dist, file)));
  const atStart = withImports("extension.js", dist);
  const inspecting = filesOf(inspection).reduce(
    (seen, file) => withImports(file, dist, seen),
    new Set(atStart),
  );
  return table(
    ["size", "KB", "budget"],
    [
      ["host, loaded at activation", kilobytesOf(atStart), "20"],
      ["host, loaded for an inspection", kilobytesOf(inspecting), "200"],
      ["host, with what is loaded when needed", kilobytesOf(hostFiles), ""],
      ["page of the panel", kilobytesOf(["panel.js"]), ""],
      [path.basename(vsix), kilobytes([vsix]), "400"],
    ],
  );
}

/** The built files that sources went into. */
function filesOf(sources: readonly string[]): string[] {
  const { outputs } = v.parse(
    v.object({
      outputs: v.record(v.string(), v.object({ inputs: v.record(v.string(), v.unknown()) })),
    }),
    JSON.parse(readFileSync(path.join(output, "metafile.json"), "utf8")),
  );
  const files = Object.entries(outputs).filter(([, { inputs }]) =>
    sources.some((source) => source in inputs),
  );
  return files.map(([file]) => path.basename(file));
}

function kilobytes(files: readonly string[]): string {
  return figure(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024);
}

/** A built module and all that it imports at once; `import()` is not among them. */
function withImports(file: string, folder: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(path.join(folder, file), "utf8");
  for (const [, imported = ""] of code.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g)) {
    withImports(imported, folder, seen);
  }
  return seen;
}
