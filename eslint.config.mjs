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
        project: ["./tsconfig.json", "./src/webview/tsconfig.json"],
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
    files: ["src/core/**/*.ts", "src/protocol/**/*.ts", "src/demo/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...hostGlobals] },
  },
  boundary(
    "core",
    "^(vscode|node-fetch|node:.*)$|/(protocol|platform|ui|webview|demo)/",
    "core is pure TypeScript: it imports itself and valibot only.",
  ),
  boundary(
    "protocol",
    "^(vscode|node-fetch|node:.*)$|/(platform|ui|webview|demo)/",
    "protocol imports types of core and valibot only.",
  ),
  boundary(
    "platform",
    "/(ui|webview|protocol)/",
    "platform adapts ports of core; it knows no surface.",
  ),
  boundary(
    "ui",
    "^node-fetch$|/(platform|webview|demo)/",
    "ui imports core, protocol and vscode; adapters arrive through constructors.",
  ),
  boundary(
    "webview",
    "^(vscode|node-fetch|node:.*)$|/(platform|ui|demo)/",
    "The page runs in a browser: it imports protocol and types of core.",
  ),
  boundary(
    "demo",
    "^(vscode|node-fetch|node:.*)$|/(core|protocol|platform|ui|webview)/",
    "The demo portal is written from the REST brief alone.",
  ),
  {
    files: ["test/**/*.ts"],
    rules: { "no-console": "off", "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
