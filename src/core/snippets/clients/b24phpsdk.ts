import { paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { php, phpText } from "../languages/php";
import { phpRefusals } from "./php";

/** Versions before the autumn of 2026 write the names of methods in lower case, which imbot.v2 does not know. */
function setUp(call: ShownCall): string {
  const version = isCaseSensitive(call)
    ? "composer require bitrix24/b24phpsdk, a version that keeps the case of methods (3.x of September 2026 or newer)."
    : "composer require bitrix24/b24phpsdk.";
  return mustBeSet(call, version);
}

function isCaseSensitive(call: ShownCall): boolean {
  // Inside a batch the SDK leaves the names alone.
  return call.method.startsWith("imbot.v2.");
}

const start = `require_once __DIR__ . '/vendor/autoload.php';
$b24 = ServiceBuilderFactory::createServiceBuilderFromWebhook(getenv('B24_WEBHOOK'));`;

function request(call: ShownCall, margin: string): string {
  const params = literal(paramsOf(call), php, margin);
  return `$b24->core->call(${phpText(call.method)}, ${params})->getResponseData()->getResult()`;
}

/** Throws what the portal refuses. `core->call` is the same in 1.x and 3.x, and takes every method. */
export const b24phpsdk: SnippetClient = {
  id: "b24phpsdk",
  label: "b24phpsdk",
  languages: ["php"],
  call: (call) =>
    `// ${setUp(call)}
use Bitrix24\\SDK\\Services\\ServiceBuilderFactory;

${start}
print_r(${request(call, "")});
`,
  program: (call) =>
    `<?php // ${setUp(call)}
use Bitrix24\\SDK\\Core\\Exceptions\\BaseException;
use Bitrix24\\SDK\\Services\\ServiceBuilderFactory;

${start}
try {
    $result = ${request(call, "    ")};
} catch (BaseException $exception) {
    fwrite(STDERR, $exception->getMessage() . PHP_EOL);
    exit(1);
}
echo json_encode(${call.method === "batch" ? "$result['result']" : "$result"}, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), PHP_EOL;
${call.method === "batch" ? phpRefusals("$result") : ""}`,
};
