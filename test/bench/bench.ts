import { readdirSync, readFileSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as v from "valibot";
import { output, repository, vsix } from "../host/paths";
import { packageExtension } from "../host/run/build";
import { decodingMs } from "./decoding";
import { leakScanTable } from "./leakScan";
import { mentionTable } from "./mentions";
import { pasteTable } from "./pastes";
import { Race, type RaceResult } from "./race";
import { figure, table } from "./table";
import { readUnderLimit } from "./underLimit";
import { windowTables } from "./window/windowTables";
import { workloads, type Workload } from "./workload";

/**
 * Measures what the budgets promise and prints it as Markdown. Nothing is judged: other work on the machine
 * shows in every number, so compare within one run.
 * @param only `window`: what is felt in a window; `text`: what is looked at while somebody types; nothing else then
 * @returns the exit code
 */
export async function bench(only?: string): Promise<number> {
  console.log(
    `${os.availableParallelism()} cores, Node ${process.versions.node}, ${os.platform()}\n`,
  );
  if (only === "text") {
    console.log(`${mentionTable(9)}\n\n${pasteTable(9)}\n\n${leakScanTable(9)}`);
    return 0;
  }
  if (only === "window") {
    await packageExtension();
    await printWindowTables();
    return 0;
  }
  // First, as the garbage of the others would be counted as its own.
  const decoding = decodingMs(10_000, 7);
  console.log(
    `${table(
      ["decoding", "median ms", "budget", "µs each"],
      [["10,000 dialogs", figure(decoding), "100", figure(decoding / 10)]],
    )}\n`,
  );
  console.log(`${mentionTable(7)}\n\n${pasteTable(7)}\n\n${leakScanTable(7)}\n`);
  const race = await Race.prepare();
  for (const workload of workloads) {
    console.log(raceTable(workload, await race.run(workload)));
  }
  await race.stop();
  const paced = await readUnderLimit(10_000);
  console.log(
    `${table(
      [
        "10,000 dialogs under the 50 / 2 limit, virtual time",
        "requests",
        "refused",
        "s",
        "least s",
        "ratio",
        "budget",
      ],
      [
        [
          "ours",
          String(paced.requests),
          String(paced.refused),
          figure(paced.seconds),
          figure(paced.leastSeconds),
          figure(paced.seconds / paced.leastSeconds),
          "1.05",
        ],
      ],
    )}\n`,
  );
  await packageExtension();
  console.log(`${sizeTable()}\n`);
  await printWindowTables();
  return 0;
}

async function printWindowTables(): Promise<void> {
  await windowTables((result) => {
    console.log(`${result}\n`);
  });
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
  return `${table(head, rows)}\n`;
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
  const hostFiles = readdirSync(dist).filter((file) => file.endsWith(".mjs"));
  const kilobytesOf = (files: Iterable<string>): string =>
    kilobytes([...files].map((file) => path.join(dist, file)));
  const atStart = withImports("extension.mjs", dist);
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
