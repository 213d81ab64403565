import { build, context } from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: watch ? "info" : "warning",
  legalComments: "none",
};

/** The demo portal is a bundle of its own: users with a real portal never load it. */
const demoApart = {
  name: "demo-apart",
  setup(plugin) {
    plugin.onResolve({ filter: /\/demo\/demoPortal$/ }, () => ({
      path: "./demo.js",
      external: true,
    }));
  },
};

const bundles = [
  {
    ...common,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    platform: "node",
    format: "cjs",
    target: "node20",
    // node-fetch asks for the polyfill only where Node has no streams of the web: none that runs VS Code.
    external: ["vscode", "web-streams-polyfill"],
    // `import()` of the demo becomes `require`: Node does not see the names that a bundle exports.
    supported: { "dynamic-import": false },
    plugins: [demoApart],
  },
  {
    ...common,
    entryPoints: { demo: "src/demo/demoPortal.ts" },
    outdir: "dist",
    platform: "neutral",
    format: "cjs",
    target: "node20",
  },
  {
    ...common,
    entryPoints: { panel: "src/webview/panel.ts", "panel-style": "media/panel.css" },
    outdir: "dist",
    platform: "browser",
    format: "esm",
    target: "chrome128",
    loader: { ".ttf": "file" },
    assetNames: "[name]",
  },
];

if (watch) {
  for (const bundle of bundles) {
    await (await context(bundle)).watch();
  }
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
