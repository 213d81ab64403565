import { needsBotToken, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { jsonBody } from "../languages/json";
import { doubleQuoted } from "../languages/escapes";

/** No `-f`: it would hide what the portal says of a refusal. */
function request(call: ShownCall, indent: string): string {
  const url = `"\${B24_WEBHOOK%/}/${call.method}"`;
  const type = "-H 'Content-Type: application/json'";
  const line = ` \\\n${indent}  `;
  if (needsBotToken(call)) {
    const piped = `${indent}  curl -sS ${url}${line}  ${type}${line}  -d @-`;
    return `jq -n ${shellText(jqBody(call))} |\n${piped}`;
  }
  const body = shellText(jsonBody(call, () => ""));
  return ["curl -sS", `${url}${line}${type}${line}-d ${body}`].join(" ");
}

const refused = String.raw`if has("error") then "\(.error): \(.error_description // "")\n" | halt_error(1)`;

const one = `${refused}
  else .result end`;

const several = String.raw`${refused}
  else .result | .result, (.result_error | if length > 0
    then [to_entries[] | "\(.key): \(.value.error)\n"] | add | halt_error(1) else empty end) end`;

export const curl: SnippetClient = {
  id: "curl",
  label: "cURL",
  languages: ["shellscript"],
  call: (call) =>
    `# ${mustBeSet(call, ...(needsBotToken(call) ? ["Needs jq."] : []))}
${request(call, "")}
`,
  program: (call) =>
    `# ${mustBeSet(call, "Needs curl and jq. Run with sh.")}
: "\${B24_WEBHOOK:?is not set}"
reply=$(${request(call, "  ")}
) || exit
printf '%s\\n' "$reply" | jq ${shellText(call.method === "batch" ? several : one)}
`,
};

/** In single quotes, where a shell looks for nothing but their end. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The body of a request as a program for jq, which takes the bot's token from the environment. */
function jqBody(call: ShownCall): string {
  return jsonBody(call, ({ before }) =>
    before === undefined ? "env.B24_BOT_TOKEN" : `(${jqText(before)} + (env.B24_BOT_TOKEN | @uri))`,
  );
}

/** JSON writes a backslash twice, so no `\(` begins an expression. */
const jqText = doubleQuoted;
