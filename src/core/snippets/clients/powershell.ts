import type { ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { hex4 } from "../languages/escapes";
import { jsonPieces } from "../languages/json";

function request(call: ShownCall, margin: string): string {
  const lines = [
    `Invoke-RestMethod -Method Post -Uri "$($env:B24_WEBHOOK.TrimEnd('/'))/${call.method}"`,
    "-ContentType 'application/json' -MaximumRedirection 0",
    `-Body (${powershellBody(call)})`,
  ];
  return lines.join(` \`\n${margin}  `);
}

/** It throws what comes with an HTTP status of its own; the portal's JSON is in the details of the error. */
export const powershell: SnippetClient = {
  id: "powershell",
  label: "PowerShell",
  languages: ["powershell"],
  call: (call) =>
    `# ${mustBeSet(call)}
$reply = ${request(call, "")}
$reply.result
`,
  program: (call) =>
    `# ${mustBeSet(call)}
if (-not $env:B24_WEBHOOK) { [Console]::Error.WriteLine('B24_WEBHOOK is not set'); exit 1 }
try {
  $reply = ${request(call, "  ")}
} catch {
  if (-not $_.ErrorDetails.Message) { [Console]::Error.WriteLine('The portal did not answer'); exit 1 }
  $reply = $_.ErrorDetails.Message | ConvertFrom-Json
}
if ($reply.error) { [Console]::Error.WriteLine("$($reply.error): $($reply.error_description)"); exit 1 }
${call.method === "batch" ? several : "$reply.result | ConvertTo-Json -Depth 20\n"}`,
};

/** A list where nothing was refused: portals write an empty map so. */
const several = `$reply.result.result | ConvertTo-Json -Depth 20
$refused = @($reply.result.result_error.PSObject.Properties | Where-Object { $_.Value.error })
$refused | ForEach-Object { [Console]::Error.WriteLine("$($_.Name): $($_.Value.error)") }
exit $refused.Count
`;

/** In single quotes, which PowerShell takes in any of their typographic forms. */
function powershellText(text: string): string {
  return `'${text.replace(/['\u2018-\u201B]/g, "$&$&")}'`;
}

/** The body of a request: ASCII alone, which Windows PowerShell sends unharmed. */
function powershellBody(call: ShownCall): string {
  return jsonPieces(call)
    .map((piece) => {
      if (typeof piece === "string") return powershellText(ascii(piece));
      const token = "$env:B24_BOT_TOKEN";
      if (piece.before === undefined) return `(ConvertTo-Json ${token})`;
      const before = powershellText(ascii(JSON.stringify(piece.before).slice(0, -1)));
      return `${before} + [uri]::EscapeDataString(${token}) + '"'`;
    })
    .join(" + ");
}

/** JSON text with every other character as its escape. */
function ascii(json: string): string {
  return json.replace(/[^\u0020-\u007E]/g, (unit) => `\\u${hex4(unit.charCodeAt(0))}`);
}
