/**
 * The walls of the house: which folder of `src` may import which. Arrows run down only:
 * features, panel, text, core; inside core floor by floor. `npm run lint` checks them, for files and for folders.
 */

/** Floors of core, lowest first: each may import itself and those before it. */
const floors = ["base", "portal", "dialog", "diagnosis", "reads", "sessions", "sidebar"];

/** Modules of a host: VS Code, Node, the network. */
const hosts =
  "^(vscode|node-fetch)$|node_modules/node-fetch|^(node:)?(fs|path|http|https|os|crypto|net|child_process)$";

function wall(name, from, to, comment) {
  return { name, severity: "error", comment, from: { path: from }, to };
}

const floorWalls = floors
  .slice(0, -1)
  .map((floor, index) =>
    wall(
      `core-${floor}-looks-down`,
      `^src/core/${floor}/`,
      { path: `^src/core/(${[...floors.slice(index + 1), "snippets"].join("|")})/` },
      `It may import ${floors.slice(0, index + 1).join(", ")} only.`,
    ),
  );

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle-of-files",
      severity: "error",
      comment: "Two files that import each other are one concept in two places.",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "no-circle-of-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^src/" },
      to: { circular: true },
    },
    ...floorWalls,
    wall(
      "core-snippets",
      "^src/core/snippets/",
      { path: "^src/core/(diagnosis|reads|sessions|sidebar)/" },
      "A call needs base, portal and dialog only.",
    ),
    wall(
      "core-knows-no-surface",
      "^src/core/",
      { path: "^src/(?!core/)" },
      "core is the product's knowledge: it imports itself, valibot and ignore only.",
    ),
    wall(
      "text-writes-about-core",
      "^src/text/",
      { path: "^src/(?!core/|text/)" },
      "text imports core only.",
    ),
    wall(
      "no-host-in-pure-code",
      "^src/(core|text|demo|panel/(protocol|view|client))/",
      { path: hosts },
      "Pure code runs without VS Code, Node and the network.",
    ),
    wall(
      "panel-shows-what-core-knows",
      "^src/panel/",
      { path: "^src/(?!core/|text/|panel/|ids)" },
      "The panel imports core and text only.",
    ),
    wall(
      "panel-view-is-pure",
      "^src/panel/(view|protocol)/",
      { path: "^src/panel/(host|client)/" },
      "What is shown does not depend on where.",
    ),
    wall(
      "panel-page-knows-the-protocol",
      "^src/panel/client/",
      { path: "^src/(?!panel/(client|protocol)/)" },
      "The page knows what it is sent, and nothing else.",
    ),
    wall(
      "features-use-no-adapter",
      "^src/features/",
      { path: "^src/(platform|demo)/|^src/panel/client/|node-fetch" },
      "Adapters arrive through the services.",
    ),
    {
      name: "features-meet-at-the-door",
      severity: "error",
      comment: "A feature uses another through its index.ts.",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/[^/]+/", pathNot: "^src/features/($1|base)/|/index\\.ts$" },
    },
    wall(
      "platform-adapts-core",
      "^src/platform/",
      { path: "^src/(?!core/|platform/)" },
      "Adapters know the ports of core, and no surface.",
    ),
    wall(
      "demo-stands-alone",
      "^src/demo/",
      { path: "^src/(?!demo/)" },
      "The demo portal is written from the REST documentation alone.",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
