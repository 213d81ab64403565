import type { MethodCall, ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { javascript, javascriptText } from "../languages/javascript";
import { literal } from "../languages/literal";

function action(call: ShownCall, margin: string): string {
  const inner = `${margin}  `;
  if (call.method !== "batch") {
    return `b24.actions.v2.call.make({
${inner}method: ${javascriptText(call.method)},
${inner}params: ${literal(call.params, javascript, inner)},
${margin}})`;
  }
  const calls = Object.entries(call.calls).map(
    ([name, item]) => `${inner}  ${named(name, item, `${inner}  `)},\n`,
  );
  return `b24.actions.v2.batch.make({
${inner}calls: {
${calls.join("")}${inner}},
${inner}options: { isHaltOnError: false },
${margin}})`;
}

function named(name: string, { method, params }: MethodCall, margin: string): string {
  const item = `{ method: ${javascriptText(method)}, params: ${literal(params, javascript, margin)} }`;
  return javascript.entry(name, item);
}

const result = ({ method }: ShownCall): string =>
  method === "batch" ? "reply.getData()" : "reply.getData()?.result";

const hook = `const b24 = B24Hook.fromWebhookUrl(process.env.B24_WEBHOOK ?? "");`;

const one = `if (!reply.isSuccess) throw new Error(reply.getErrorMessages().join("; "));`;

const several =
  "for (const [name, error] of reply.errors) console.error(`${name}: ${error.message}`);";

const install = "npm i @bitrix24/b24jssdk";

/** It throws what the portal refuses with an HTTP status of its own, and returns what came with 200. */
export const b24jssdk: SnippetClient = {
  id: "b24jssdk",
  label: "b24jssdk",
  languages: ["typescript", "javascript", "typescriptreact", "javascriptreact", "vue", "svelte"],
  limits: ["httpsAndPlainPath"],
  programLanguage: "javascript",
  call: (call) =>
    `// ${mustBeSet(call, `${install}.`)}
import { B24Hook } from "@bitrix24/b24jssdk";

${hook}
const reply = await ${action(call, "")};
${call.method === "batch" ? several : one}
console.log(${result(call)});
`,
  program: (call) =>
    `// ${mustBeSet(call, `${install}; save as call.mjs.`)}
import { B24Hook, SdkError } from "@bitrix24/b24jssdk";

try {
  ${hook}
  const reply = await ${action(call, "  ")};
  ${call.method === "batch" ? reportNamed : reportAll}
  console.log(JSON.stringify(${result(call)}, null, 2));
} catch (error) {
  if (!(error instanceof SdkError)) throw error;
  report(error);
}

function report({ code, message }, name = "") {
  console.error(\`\${name}\${code}: \${message}\`);
  process.exitCode = 1;
}
`,
};

const reportAll = "for (const error of reply.getErrors()) report(error);";

const reportNamed = "for (const [name, error] of reply.errors) report(error, `${name}: `);";
