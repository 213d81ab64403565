import * as v from "valibot";
import { commandIds } from "../../../src/ids";
import { eventually } from "../../e2e/harness/eventually";
import { figure, median, table, within } from "../table";
import { BenchWindow } from "./benchWindow";

const ours = "dialog-inspector.bitrix24-dialog-inspector";
const own = "this extension";

interface Activation {
  readonly extension: string;
  readonly loadMs: number;
  readonly callMs: number;
  readonly restMs: number;
}

const marksSchema = v.array(v.object({ name: v.string(), startTime: v.number() }));

/**
 * What VS Code itself measures of each extension of a window: reading and running its code, and `activate` until it
 * returns. The first comes from the marks around it, as "Load Code" of "Developer: Startup Performance" counts all
 * extensions that were read before in the same go.
 * What an extension does after that, between others, is told beside it: its commands wait for it.
 * @param rounds windows that are opened, each with a new extension host
 */
export async function activationTable(rounds: number): Promise<string> {
  const window = await BenchWindow.start();
  const measured: Activation[] = [];
  for (let round = 0; round < rounds; round++) {
    await window.load();
    await window.run(commandIds.refresh);
    const calls = await eventually(
      async () => {
        const startup = v.parse(v.string(), (await window.ask({ do: "readStartup" })).result);
        const found = activateCalls(startup);
        // The page is written bit by bit.
        return found.some(({ extension }) => extension === ours) ? found : undefined;
      },
      { what: "the page of what starting took", withinMs: 30_000 },
    );
    const marks = v.parse(marksSchema, (await window.ask({ do: "readMarks" })).result);
    const times = new Map(marks.map(({ name, startTime }) => [name, startTime]));
    for (const { extension, callMs, restMs } of calls) {
      const [from = NaN, to = NaN] = ["will", "did"].map((when) =>
        times.get(`code/extHost/${when}LoadExtensionCode/${extension}`),
      );
      measured.push({ extension, loadMs: to - from, callMs, restMs });
    }
  }
  await window.stop();
  const names = [...new Set(measured.map(({ extension }) => extension))];
  const rows = names.map((name) => {
    const of = measured.filter(({ extension }) => extension === name);
    const loadMs = median(of.map((one) => one.loadMs));
    const callMs = median(of.map((one) => one.callMs));
    const bothMs = median(of.map((one) => one.loadMs + one.callMs));
    const restMs = median(of.map((one) => one.restMs));
    return { name: name === ours ? own : name, loadMs, callMs, bothMs, restMs };
  });
  rows.sort((a, b) => Number(b.name === own) - Number(a.name === own) || a.bothMs - b.bothMs);
  return table(
    [
      `activation, ${rounds} windows`,
      "its code, ms",
      "activate(), ms",
      "both, ms",
      "budget ms",
      "until all is registered, ms",
    ],
    rows.map(({ name, loadMs, callMs, bothMs, restMs }) => [
      name,
      figure(loadMs),
      figure(callMs),
      ...(name === own ? within(bothMs, 5) : [figure(bothMs), ""]),
      figure(restMs),
    ]),
  );
}

/** From the table in "Developer: Startup Performance". */
function activateCalls(startup: string): readonly Omit<Activation, "loadMs">[] {
  const [, section = ""] = startup.split("## Extension Activation Stats");
  const [stats = ""] = section.split("\n## ");
  return stats.split("\n").flatMap((line) => {
    const [, extension = "", , , call, rest] = line.split("|").map((cell) => cell.trim());
    const isRow = /^[\w-]+\.[\w-]+$/.test(extension);
    return isRow ? [{ extension, callMs: Number(call), restMs: Number(rest) }] : [];
  });
}
