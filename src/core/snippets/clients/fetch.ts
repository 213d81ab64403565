import { paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { javascript } from "../languages/javascript";
import { literal } from "../languages/literal";

function request(call: ShownCall, webhook: string): string {
  return `const answer = await fetch(\`\${${webhook}}/${call.method}\`, {
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "application/json" },
  redirect: "manual",
  body: JSON.stringify(${literal(paramsOf(call), javascript, "  ")}),
})`;
}

/** Plain JavaScript that a strict TypeScript takes too. */
export const fetchClient: SnippetClient = {
  id: "fetch",
  label: "fetch (TypeScript, JavaScript)",
  languages: ["typescript", "javascript", "typescriptreact", "javascriptreact", "vue", "svelte"],
  programLanguage: "javascript",
  call: (call) =>
    `// ${mustBeSet(call)}
${request(call, String.raw`process.env.B24_WEBHOOK?.replace(/\/$/, "")`)};
const reply = JSON.parse(await answer.text());
if (reply.error !== undefined) throw new Error(\`\${reply.error}: \${reply.error_description}\`);
console.log(reply.result);
`,
  program: (call) =>
    `// ${mustBeSet(call, "Save as call.mjs; runs with Node.js 18 or newer.")}
const webhook = process.env.B24_WEBHOOK;
if (!webhook) fail("B24_WEBHOOK is not set");
${request(call, String.raw`webhook.replace(/\/$/, "")`)}.catch(({ cause }) => fail(\`The portal did not answer: \${cause?.message}\`));
const text = await answer.text();
const reply = text.startsWith("{") ? JSON.parse(text) : fail(\`HTTP \${answer.status}, no JSON\`);
if (reply.error !== undefined) fail(\`\${reply.error}: \${reply.error_description}\`);
${call.method === "batch" ? several : one}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
`,
};

const one = "console.log(JSON.stringify(reply.result, null, 2));";

const several = `for (const [name, { error }] of Object.entries(reply.result.result_error)) {
  console.error(\`\${name}: \${error}\`);
  process.exitCode = 1;
}
console.log(JSON.stringify(reply.result.result, null, 2));`;
