import * as v from "valibot";
import { commandIds } from "../../../src/ids";
import { figure, median, table } from "../table";
import type { BenchWindow } from "./benchWindow";

const ours = "dialog-inspector.bitrix24-dialog-inspector";

interface Activation {
  readonly extension: string;
  readonly loadMs: number;
  readonly callMs: number;
}

/**
 * What VS Code itself measures of each extension of a window: reading its code, and `activate` until it returns.
 * Waiting for what an extension then does in the background is left out, for it keeps nobody from anything.
 * @param rounds windows that are opened, each with a new extension host
 */
export async function activationTable(window: BenchWindow, rounds: number): Promise<string> {
  const measured: Activation[] = [];
  for (let round = 0; round < rounds; round++) {
    await window.load();
    await window.run(commandIds.refresh);
    const startup = v.parse(v.string(), (await window.ask({ do: "readStartup" })).result);
    measured.push(...readActivations(startup));
  }
  const names = [...new Set(measured.map(({ extension }) => extension))];
  const rows = names.map((name) => {
    const of = measured.filter(({ extension }) => extension === name);
    const loadMs = median(of.map((one) => one.loadMs));
    const callMs = median(of.map((one) => one.callMs));
    const bothMs = median(of.map((one) => one.loadMs + one.callMs));
    return { name: name === ours ? "ours" : name, loadMs, callMs, bothMs };
  });
  rows.sort((a, b) => Number(b.name === "ours") - Number(a.name === "ours") || a.bothMs - b.bothMs);
  return table(
    [`activation, ${rounds} windows`, "load code, median ms", "activate()", "both", "budget"],
    rows.map(({ name, loadMs, callMs, bothMs }) => [
      name,
      figure(loadMs),
      figure(callMs),
      figure(bothMs),
      name === "ours" ? "5" : "",
    ]),
  );
}

/** Rows of the table in "Developer: Startup Performance". */
function readActivations(startup: string): readonly Activation[] {
  const [, section = ""] = startup.split("## Extension Activation Stats");
  const [stats = ""] = section.split("\n## ");
  return stats.split("\n").flatMap((line) => {
    const [, extension = "", , load, call] = line.split("|").map((cell) => cell.trim());
    if (!/^[\w-]+\.[\w-]+$/.test(extension)) return [];
    return [{ extension, loadMs: Number(load), callMs: Number(call) }];
  });
}
