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
  "first-use": [
    "services",
    "features/base/messages",
    "features/portals/leftovers",
    "features/portals/portalStatus",
  ],
  dialog: [
    "features/inspect/inspectDialog",
    "features/inspect/dialogPanels",
    "panel/host/hostedPage",
  ],
  seldom: [
    "core/diagnosis/causes",
    "core/dialog/mentions/readText",
    "core/portal/leaks",
    "core/reads/botReader",
    "core/reads/chatFinder",
    "core/reads/messageReader",
    "core/sessions/causeFinder",
    "features/base/faults",
    "features/inspect/askForDialog",
    "features/inspect/confirmRead",
    "features/inspect/folderPortal",
    "features/inspect/rowMenu",
    "panel/view/comparisonView",
    "panel/view/copyText",
    "panel/view/markdown",
    "panel/view/refusalView",
    "panel/view/talkItems",
    "text/explanations",
    "text/typedIds",
  ],
  sidebar: ["core/sidebar/dialogBrowser", "features/sidebar/sidebar"],
  "beside-code": [
    "features/editor/mentionProviders",
    "features/editor/listDialogs",
    "features/leakGuard/leakGuard",
    "features/leakGuard/commands",
  ],
  "now-and-then": [
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

const source = path.resolve("src");

/** The group of what an `import()` names, or the module itself. */
function lateFile(resolveDir, imported) {
  const file = path.relative(source, path.resolve(resolveDir, imported));
  const module = file.replaceAll(path.sep, "/");
  const group = Object.keys(loadedTogether).find((name) => loadedTogether[name].includes(module));
  return { group, module };
}

const grouped = {
  name: "grouped",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, resolveDir, path: imported }) => {
      const isGroup = kind === "entry-point" && imported in loadedTogether;
      const group =
        kind === "dynamic-import" ? lateFile(resolveDir, imported).group : isGroup && imported;
      return group ? { path: group, namespace: "grouped" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "grouped" }, ({ path: group }) => ({
      contents: loadedTogether[group].map((module) => `export * from "./${module}";`).join("\n"),
      resolveDir: source,
    }));
  },
};

/** What the features load late, by the name of the file. */
const late = {};

/**
 * VS Code starts with files that are `require`d: each module that is imported instead goes through VS Code's loader,
 * which answers from another thread.
 */
const atStart = {
  name: "at-start",
  setup({ onResolve, onLoad }) {
    // Each import of what is outside would copy the four hundred names of VS Code's API once more.
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === "api"
        ? { path: "vscode", external: true }
        : { path: "vscode", namespace: "api" },
    );
    onLoad({ filter: /./, namespace: "api" }, () => ({ contents: 'export * from "vscode";' }));
    onResolve({ filter: /^\./ }, ({ kind, resolveDir, path: imported }) => {
      if (kind !== "dynamic-import") return undefined;
      const { group, module } = lateFile(resolveDir, imported);
      const name = group ?? path.basename(module);
      const entry = group ?? path.join("src", `${module}.ts`);
      if ((late[name] ??= entry) !== entry) throw new Error(`Two late files are called ${name}.`);
      return { path: `./${name}.mjs`, external: true };
    });
  },
};

/** What only joins sources is no part of its own. */
const withoutJoints = (key, value) => (/^(?:api|grouped):/.test(key) ? undefined : value);

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

const host = {
  ...common,
  outdir: "dist",
  platform: "node",
  target: "node20",
};

const bundles = [
  {
    ...host,
    entryPoints: { extension: "src/extension.ts" },
    format: "cjs",
    external: ["./features"],
    // Without the names of its exports, which only a module that imports it would ask for.
    platform: "neutral",
    supported: { "dynamic-import": false },
  },
  {
    ...host,
    entryPoints: { features: "src/features/index.ts" },
    format: "cjs",
    plugins: [atStart],
  },
  {
    ...host,
    // Filled by the bundle before, in the order in which its files were read: that is another one each time.
    get entryPoints() {
      return Object.fromEntries(Object.entries(late).sort());
    },
    format: "esm",
    splitting: true,
    // Names of files stand in the VSIX twice each, and in every import.
    chunkNames: "[hash]",
    outExtension: { ".js": ".mjs" },
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

const built = [];
for (const bundle of bundles) {
  if (watch) {
    const watched = await context(bundle);
    // A fault in a source is told, and the watch goes on; a new late file needs a new start.
    await watched.rebuild().catch(() => {});
    await watched.watch();
  } else built.push(await build({ ...bundle, metafile: true }));
}
if (!watch) {
  // What went into the files, for the bill of materials.
  const metafile = {
    inputs: Object.assign({}, ...built.map(({ metafile }) => metafile.inputs)),
    outputs: Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)),
  };
  await mkdir("out", { recursive: true });
  await writeFile("out/metafile.json", JSON.stringify(metafile, withoutJoints));
}
