import { needsBotToken, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { jsonBody } from "../languages/json";

/** Two brackets would begin a variable of the file. */
function withoutVariables(json: string): string {
  return json.replace(/\{(?=\{)/g, "\\u007b");
}

function body(call: ShownCall): string {
  return withoutVariables(jsonBody(call, () => tokenMark)).replaceAll(
    tokenMark,
    '"{{$processEnv B24_BOT_TOKEN}}"',
  );
}

const tokenMark = "\u0000";

/** A request of the REST Client for VS Code; JetBrains reads \`{{hook}}\` from http-client.env.json. */
export const http: SnippetClient = {
  id: "http",
  label: ".http (REST Client)",
  languages: ["http"],
  misfitOf: (call) =>
    call.method === "batch" && needsBotToken(call) ? "cannotEncodeToken" : undefined,
  call: (call) =>
    `# ${mustBeSet(call)}
@hook = {{$processEnv B24_WEBHOOK}}
POST {{hook}}/${call.method}
Content-Type: application/json
Accept: application/json

${body(call)}
`,
};
