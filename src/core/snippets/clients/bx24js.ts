import { needsBotToken, type ShownCall } from "../../portal/methodCall";
import type { SnippetClient } from "../client";
import { javascript, javascriptText } from "../languages/javascript";
import { literal } from "../languages/literal";

function request(call: ShownCall, margin: string, handle: (result: string) => string): string {
  const end = (lines: string): string => lines.replaceAll("\n", `\n${margin}`);
  if (call.method !== "batch") {
    const params = literal(call.params, javascript, margin);
    return `BX24.callMethod(${javascriptText(call.method)}, ${params}, (result) => {${end(`
  ${handle("result")}
});`)}`;
  }
  const calls = Object.entries(call.calls).map(([name, { method, params }]) =>
    javascript.entry(
      name,
      `[${javascriptText(method)}, ${literal(params, javascript, `${margin}  `)}],`,
    ),
  );
  return end(`BX24.callBatch({
  ${calls.join("\n  ")}
}, (results) => {
  for (const [name, result] of Object.entries(results)) {
    ${handle("result").replaceAll("\n", "\n  ")}
  }
});`);
}

const inConsole = (
  name: string,
): string => `if (result.error()) console.error(${name}result.error().ex.error, result.error().ex.error_description);
  else console.log(${name}result.data());`;

const inPage = (
  name: string,
): string => `if (result.error()) show(${name}\`\${result.error().ex.error}: \${result.error().ex.error_description}\`);
  else show(${name}JSON.stringify(result.data(), null, 2));`;

/** Bitrix24's script for pages inside a portal: it speaks with the rights of whoever opened the page. */
export const bx24js: SnippetClient = {
  id: "bx24js",
  label: "BX24.js",
  languages: ["javascript", "html"],
  limits: ["insidePortalPage"],
  misfitOf: (call) => (needsBotToken(call) ? "tokenInPage" : undefined),
  programLanguage: "html",
  call: (call) =>
    `// Nothing to set: a page opened inside the portal has the rights of its reader.
BX24.init(() => {
  ${request(call, "  ", () => inConsole(call.method === "batch" ? "name, " : ""))}
});
`,
  program: (call) =>
    `<!-- Nothing to set: a page opened inside the portal has the rights of its reader. -->
<!doctype html>
<meta charset="utf-8">
<title>${call.method}</title>
<script src="https://api.bitrix24.com/api/v1/"></script>
<pre id="reply"></pre>
<script>
BX24.init(() => {
  ${request(call, "  ", () => inPage(call.method === "batch" ? "`${name} ` + " : ""))}
});

function show(text) {
  document.getElementById("reply").textContent += \`\${text}\\n\`;
}
</script>
`,
};
