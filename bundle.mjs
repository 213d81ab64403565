import { mkdir, rm, writeFile } from "node:fs/promises";
import { build, context } from "esbuild";
import { usedCodicons } from "./codicons.mjs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: watch ? "info" : "warning",
  legalComments: "none",
  charset: "utf8",
};

const bundles = [
  {
    ...common,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    platform: "node",
    // What `import()` names is a file of its own, loaded when it is needed: the demo portal, node-fetch, the panels.
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
  await writeFile("out/metafile.json", JSON.stringify(metafile));
}
