import tseslint from "typescript-eslint";

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
    files: ["src/{core,text,demo}/**/*.ts", "src/panel/{protocol,view}/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...hostGlobals] },
  },
  {
    files: ["src/features/**/*.ts"],
    ignores: ["src/features/base/messages.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^show(Error|Warning|Information)Message$/]",
          message: "Text of strangers may be in it: use features/base/messages.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "no-console": "off", "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
