import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, context } from "esbuild";
import { usedCodicons } from "./codicons.mjs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/**
 * What `import()` names is a file of its own, loaded when it is needed: the demo portal, node-fetch, the panels. Each
 * file more splits what it shares with others once more, and costs 300 bytes of the VSIX each time; so what is loaded
 * together is one.
 */
const loadedTogether = {
  "at the first use of anything": [
    "services",
    "features/base/messages",
    "features/portals/leftovers",
    "features/portals/portalStatus",
  ],
  "for a dialog": [
    "features/inspect/inspectDialog",
    "features/inspect/dialogPanels",
    "features/inspect/dialogPicker",
    "features/inspect/rowMenu",
    "panel/host/hostedPage",
  ],
  "beside code": [
    "features/editor/mentionProviders",
    "features/editor/listDialogs",
    "features/leakGuard/leakGuard",
    "features/leakGuard/commands",
  ],
  "now and then": [
    "features/bots/commands",
    "features/checks/commands",
    "features/explain/explainEvent",
    "features/find/searchChats",
    "features/help/commands",
    "features/hints/commands",
    "features/portals/commands",
    "features/snippets/copyAsCode",
  ],
};

const grouped = {
  name: "grouped",
  setup({ onResolve, onLoad }) {
    const source = path.resolve("src");
    onResolve({ filter: /^\./ }, ({ kind, resolveDir, path: imported }) => {
      if (kind !== "dynamic-import") return undefined;
      const file = path.relative(source, path.resolve(resolveDir, imported));
      const module = file.replaceAll(path.sep, "/");
      const group = Object.keys(loadedTogether).find((name) =>
        loadedTogether[name].includes(module),
      );
      return group && { path: group, namespace: "grouped" };
    });
    onLoad({ filter: /.*/, namespace: "grouped" }, ({ path: group }) => ({
      contents: loadedTogether[group].map((module) => `export * from "./${module}";`).join("\n"),
      resolveDir: source,
    }));
  },
};

/** A group is no part of its own. */
const withoutGroups = (key, value) => (key.startsWith("grouped:") ? undefined : value);

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: watch ? "info" : "warning",
  legalComments: "none",
  charset: "utf8",
  // Of a group, a name that two modules export would be nobody's.
  logOverride: { "ambiguous-reexport": "error" },
};

const bundles = [
  {
    ...common,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    platform: "node",
    format: "esm",
    splitting: true,
    // Names of files stand in the VSIX twice each, and in every import.
    chunkNames: "[hash]",
    outExtension: { ".js": ".mjs" },
    target: "node20",
    // node-fetch asks for the polyfill only where Node has no streams of the web: none that runs VS Code.
    external: ["vscode", "web-streams-polyfill"],
    // The library's build for Node asks for `fs` with a `require` that a module of this format does not have.
    alias: { "@vscode/l10n": "@vscode/l10n/dist/browser.js" },
    plugins: [grouped],
  },
  {
    ...common,
    // The style sheets that the components import come out as panel.css.
    entryPoints: { panel: "src/panel/client/panel.ts" },
    outdir: "dist",
    platform: "browser",
    // A plain script runs while the page is parsed: what it draws is there when the page is shown.
    format: "iife",
    target: "chrome128",
    plugins: [usedCodicons],
  },
];

// Files of an older build have other names and would be packaged too.
await rm("dist", { recursive: true, force: true });

if (watch) {
  for (const bundle of bundles) {
    await (await context(bundle)).watch();
  }
} else {
  const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, metafile: true })));
  // What went into the files, for the bill of materials.
  const metafile = {
    inputs: Object.assign({}, ...built.map(({ metafile }) => metafile.inputs)),
    outputs: Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)),
  };
  await mkdir("out", { recursive: true });
  await writeFile("out/metafile.json", JSON.stringify(metafile, withoutGroups));
}
