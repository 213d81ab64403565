import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../host/paths";

const source = path.join(repository, "src");
/** The document that shows the house, between these lines. */
export const architecture = path.join(repository, "docs", "architecture.md");
const opening = "```mermaid\n";
const closing = "\n```\n";

/** The rooms of the house: folders of `src`, those of `core` and `panel` each. */
function roomOf(file: string): string {
  const [first = "", second = "", third] = path.relative(source, file).split(path.sep);
  const isDivided = (first === "core" || first === "panel") && third !== undefined;
  return isDivided ? `${first}/${second}` : first;
}

/** From each room to those that its files import, as the sources say. */
function arrows(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts") || entry.parentPath === source) continue;
    const file = path.join(entry.parentPath, entry.name);
    const from = roomOf(file);
    const reached = found.get(from) ?? new Set();
    found.set(from, reached);
    for (const [, target = ""] of readFileSync(file, "utf8").matchAll(
      /(?:from|import\() ?"(\.[^"]*)"/g,
    )) {
      const to = roomOf(`${path.resolve(entry.parentPath, target)}.ts`);
      if (to !== from && !to.endsWith(".ts")) reached.add(to);
    }
  }
  return found;
}

/** A diagram of the rooms; an arrow that follows from others is left out. */
export function houseDiagram(): string {
  const all = arrows();
  const reaches = (from: string, to: string): boolean =>
    [...(all.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  const rooms = [...all.keys()].sort();
  const id = (room: string): string => room.replace("/", "_");
  const lines = rooms.flatMap((from) =>
    [...(all.get(from) ?? [])]
      .filter((to) => ![...(all.get(from) ?? [])].some((mid) => mid !== to && reaches(mid, to)))
      .sort()
      .map((to) => `  ${id(from)} --> ${id(to)}`),
  );
  return ["flowchart TD", ...rooms.map((room) => `  ${id(room)}["${room}"]`), ...lines].join("\n");
}

/** What the document shows now. */
export function shownDiagram(): string {
  const text = readFileSync(architecture, "utf8");
  const start = text.indexOf(opening) + opening.length;
  return text.slice(start, text.indexOf(closing, start));
}

/** Draws the house into its document. */
export function drawHouse(): void {
  const text = readFileSync(architecture, "utf8");
  writeFileSync(
    architecture,
    text.replace(shownDiagram(), () => houseDiagram()),
  );
}
