import tseslint from "typescript-eslint";

/** What a folder of src must not import, beside what TypeScript's settings already forbid. */
function boundary(folder, forbidden, message) {
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: forbidden, message }] }],
    },
  };
}

/** Globals of a host that code without a host must not reach for. */
const hostGlobals = [
  "process",
  "Buffer",
  "fetch",
  "window",
  "document",
  "setTimeout",
  "setInterval",
];

export default tseslint.config(
  { ignores: ["dist", "out", ".vscode-test", "node_modules"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./src/panel/client/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // An index signature of strings says less than a name: `Record` is preferred where it fits.
      "@typescript-eslint/explicit-module-boundary-types": "error",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: [
      "src/core/**/*.ts",
      "src/text/**/*.ts",
      "src/panel/protocol/**/*.ts",
      "src/panel/view/**/*.ts",
      "src/demo/**/*.ts",
    ],
    rules: { "no-restricted-globals": ["error", ...hostGlobals] },
  },
  boundary(
    "core",
    "^(vscode|node-fetch|node:.*)$|/(text|panel|features|platform|demo)/",
    "core is pure TypeScript: it imports itself and valibot only.",
  ),
  boundary(
    "text",
    "^(vscode|node-fetch|node:.*)$|/(features|platform|demo|panel)/",
    "text writes sentences about what core knows, and is pure: its l10n is the one of @vscode/l10n.",
  ),
  boundary(
    "panel",
    "^node-fetch$|/(features|platform|demo)/",
    "The panel is one component: it shows what core and text say.",
  ),
  boundary(
    "panel/view",
    "^(vscode|node-fetch|node:.*)$|/(features|platform|demo|host|client)/",
    "What the panel shows is decided in pure code: its l10n is the one of @vscode/l10n.",
  ),
  boundary(
    "panel/protocol",
    "^(vscode|node-fetch|node:.*)$|/(features|platform|demo|host|client)/",
    "The protocol imports types of core and valibot only.",
  ),
  boundary(
    "panel/client",
    "^(vscode|node-fetch|node:.*)$|/(text|features|platform|demo|view|host)/",
    "The page runs in a browser: it imports the protocol and types of core.",
  ),
  boundary(
    "platform",
    "/(text|panel|features)/",
    "platform adapts ports of core; it knows no surface.",
  ),
  boundary(
    "features",
    "^node-fetch$|/(platform|demo)/|/panel/client/",
    "Features import core, text, panel and vscode; adapters arrive through constructors.",
  ),
  boundary(
    "demo",
    "^(vscode|node-fetch|node:.*)$|/(core|text|panel|features|platform)/",
    "The demo portal is written from the REST brief alone.",
  ),
  {
    files: ["test/**/*.ts"],
    rules: { "no-console": "off", "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
