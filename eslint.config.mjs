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

/** Where the secret leaves `Webhook` and `BotToken`: towards the transport and SecretStorage, which `core/portal` calls. */
const secretDoors = [
  {
    selector: "MemberExpression[property.name=/^(toStored|toWire|methodUrl)$/]",
    message: "The secret would come out: only core/portal calls it.",
  },
];

/** What people and other programs see: each goes through the one module that makes text safe for it. */
const sinks = [
  {
    selector:
      "MemberExpression[property.name=/^(show(Error|Warning|Information)Message|setStatusBarMessage)$/]",
    message: "Text of strangers may be in it: use features/base/messages.",
  },
  {
    selector: "MemberExpression[object.property.name='clipboard'][property.name='writeText']",
    message: "Use copyText of features/base/messages.",
  },
  {
    selector: "MemberExpression[property.name='appendText']",
    message: "VS Code makes links of addresses in it: use appendMarkdown(markdownText(…)).",
  },
  {
    selector:
      "MemberExpression[object.name='log'][property.name=/^(trace|debug|info|warn|error|append|appendLine)$/]",
    message:
      "The log has a line for each call, without any text of a portal: services.ts writes it.",
  },
  {
    selector: "CallExpression[callee.property.name='openTextDocument'] > ObjectExpression",
    message: "A document of a portal's text is a raw reply; see panel/host/rawReplies.",
  },
];

/** They are the one way to each of these. */
const sinkKeepers = [
  "src/services.ts",
  "src/features/base/messages.ts",
  "src/features/explain/fixtureDocument.ts",
  "src/features/help/example.ts",
  "src/features/snippets/delivery.ts",
  "src/panel/host/hostedPage.ts",
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
    files: ["src/**/*.ts"],
    // One concept each: what is longer has two.
    rules: { "max-lines": ["error", 300] },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/core/portal/**", ...sinkKeepers],
    rules: { "no-restricted-syntax": ["error", ...secretDoors, ...sinks] },
  },
  {
    files: sinkKeepers,
    rules: { "no-restricted-syntax": ["error", ...secretDoors] },
  },
  {
    files: ["src/core/portal/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...sinks] },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "no-console": "off", "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
