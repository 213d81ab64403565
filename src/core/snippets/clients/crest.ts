import type { ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { php, phpText } from "../languages/php";
import { phpReport } from "./php";

/** Its own place for the webhook. Version 1.36 writes the webhook into log files unless it is told not to. */
const settings = `// settings.php beside crest.php:
//   define('C_REST_WEB_HOOK_URL', rtrim(getenv('B24_WEBHOOK'), '/') . '/'); // must end with a slash
//   define('C_REST_BLOCK_LOG', true); // its logs would hold the webhook`;

function request(call: ShownCall): string {
  if (call.method !== "batch") {
    return `CRest::call(${phpText(call.method)}, ${literal(call.params, php)})`;
  }
  const calls = Object.entries(call.calls).map(([name, { method, params }]) => {
    const item = `['method' => ${phpText(method)}, 'params' => ${literal(params, php, "    ")}]`;
    return `    ${php.entry(name, item)},\n`;
  });
  return `CRest::callBatch([\n${calls.join("")}])`;
}

/** Never throws: what the portal refuses is an array with \`error\`. Parameters travel as a form. */
export const crest: SnippetClient = {
  id: "crest",
  label: "CRest",
  languages: ["php"],
  call: (call) =>
    `// ${mustBeSet(call)}
${settings}
require_once __DIR__ . '/crest.php';
$reply = ${request(call)};
if (isset($reply['error'])) {
    throw new RuntimeException($reply['error'] . ': ' . ($reply['error_description'] ?? $reply['error_information'] ?? ''));
}
print_r($reply['result']);
`,
  program: (call) =>
    `<?php // ${mustBeSet(call, "Copy crest.php of github.com/bitrix-tools/crest beside this file.")}
${settings}
require_once __DIR__ . '/crest.php';
$reply = ${request(call)};
${phpReport(call)}
function fail(string $message): void
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}
`,
};
