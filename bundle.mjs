import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, context } from "esbuild";
import { rolldown, watch as watchHost } from "rolldown";
import { usedCodicons } from "./codicons.mjs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/**
 * The part in the extension host. What `import()` names is a file of its own, loaded when it is needed: the demo
 * portal, node-fetch, the panels. Each file more costs 300 bytes of the VSIX and what its imports take, so that what
 * is always loaded together is one file.
 */
const host = {
  input: { extension: "src/extension.ts" },
  platform: "node",
  // node-fetch asks for the polyfill only where Node has no streams of the web: none that runs VS Code.
  external: ["vscode", /^web-streams-polyfill/],
  // The library's build for Node asks for `fs` with a `require` that a module of this format does not have.
  resolve: { alias: { "@vscode/l10n": path.resolve("node_modules/@vscode/l10n/dist/browser.js") } },
  transform: { target: "node20" },
  // A module that one door loads when it is needed may be with its other users already.
  checks: { ineffectiveDynamicImport: false },
};

/** Names the file that a module and all that it imports at once go into. */
function withImports(name, file) {
  const members = new Set();
  const add = (id, graph) => {
    if (members.has(id)) return;
    members.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) add(imported, graph);
  };
  return (id, graph) => {
    if (members.size === 0) add(path.resolve(file), graph);
    return members.has(id) ? name : null;
  };
}

const hostOutput = {
  dir: "dist",
  format: "esm",
  minify: production,
  comments: !production,
  sourcemap: !production,
  entryFileNames: "[name].mjs",
  // Names of files stand in the VSIX twice each, and in every import.
  chunkFileNames: "[hash].mjs",
  // Two names that differ in case alone are one file for Windows.
  hashCharacters: "base36",
  codeSplitting: {
    groups: [
      // VS Code's start waits for these, and for nothing else.
      { name: "start", tags: ["$initial"], priority: 2 },
      // What features share is made at the first use of any.
      { name: withImports("services", "src/services.ts"), debugName: "services", priority: 1 },
      // The rest is joined only where the same features need it.
      { name: "shared", minShareCount: 2, entriesAware: true },
    ],
  },
};

const page = {
  // The style sheets that the components import come out as panel.css.
  entryPoints: { panel: "src/panel/client/panel.ts" },
  outdir: "dist",
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: watch ? "info" : "warning",
  legalComments: "none",
  charset: "utf8",
  platform: "browser",
  // A plain script runs while the page is parsed: what it draws is there when the page is shown.
  format: "iife",
  target: "chrome128",
  plugins: [usedCodicons],
  metafile: true,
};

/** Lists in `metafile`, as esbuild does, what went into the host's files. */
const addTo = ({ inputs, outputs }) => ({
  name: "metafile",
  generateBundle(_, bundle) {
    const named = (id) => path.relative(process.cwd(), id).replaceAll(path.sep, "/");
    for (const { fileName, facadeModuleId, modules } of Object.values(bundle)) {
      // Names of modules that no file holds begin with a zero byte.
      const files = Object.entries(modules ?? {}).filter(([id]) => path.isAbsolute(id));
      outputs[`dist/${fileName}`] = {
        entryPoint: facadeModuleId ? named(facadeModuleId) : undefined,
        inputs: Object.fromEntries(
          files.map(([id, { renderedLength }]) => [named(id), { bytesInOutput: renderedLength }]),
        ),
      };
      for (const [id] of files) {
        const imported = this.getModuleInfo(id)?.importedIds.filter(path.isAbsolute) ?? [];
        inputs[named(id)] = { imports: imported.map((file) => ({ path: named(file) })) };
      }
    }
  },
});

// Files of an older build have other names and would be packaged too.
await rm("dist", { recursive: true, force: true });

if (watch) {
  await (await context(page)).watch();
  watchHost({ ...host, output: hostOutput }).on("event", (event) => {
    if (event.code === "START") console.log("[watch] build started");
    if (event.code === "ERROR") console.error(event.error);
    if (event.code === "END" || event.code === "ERROR") console.log("[watch] build finished");
  });
} else {
  const { metafile } = await build(page);
  const bundle = await rolldown({ ...host, plugins: [addTo(metafile)] });
  await bundle.write(hostOutput);
  await bundle.close();
  // What went into the files, for the bill of materials.
  await mkdir("out", { recursive: true });
  await writeFile("out/metafile.json", JSON.stringify(metafile));
}
