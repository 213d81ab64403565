import { readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { output, repository } from "../host/paths";

/** What `import()` loads until the panel of a portal's dialog is drawn, the sidebar left closed. */
const inspection = [
  "src/services.ts",
  "src/features/inspect/inspectDialog.ts",
  "src/features/inspect/dialogPanels.ts",
  "src/panel/host/hostedPage.ts",
];

/** Names of built files. */
export function loadedAtActivation(): readonly string[] {
  return [...withImports("extension.js")];
}

export function loadedForInspection(): readonly string[] {
  const loaded = new Set(loadedAtActivation());
  for (const file of filesOf(inspection)) withImports(file, loaded);
  return [...loaded];
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

/** A built file and all that it loads at once; what `import()` names is not among it. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(path.join(repository, "dist", file), "utf8");
  for (const [, imported = ""] of code.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g)) {
    withImports(imported, seen);
  }
  for (const [, required = ""] of code.matchAll(/require\("\.\/([\w-]+)"\)/g)) {
    withImports(`${required}.js`, seen);
  }
  return seen;
}
