import { paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { php, phpText } from "../languages/php";

function request(call: ShownCall, webhook: string): string {
  return `$curl = curl_init(rtrim(${webhook}, '/') . ${phpText(`/${call.method}`)});
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => json_encode(${literal(paramsOf(call), php, "    ")}),
    CURLOPT_HTTPHEADER => ['Content-Type: application/json', 'Accept: application/json'],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$body = curl_exec($curl);`;
}

export const phpCurl: SnippetClient = {
  id: "php",
  label: "PHP with cURL",
  languages: ["php"],
  call: (call) =>
    `// ${mustBeSet(call)}
${request(call, "getenv('B24_WEBHOOK')")}
if ($body === false) {
    throw new RuntimeException(curl_error($curl));
}
$reply = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
if (isset($reply['error'])) {
    throw new RuntimeException("{$reply['error']}: {$reply['error_description']}");
}
print_r($reply['result']);
`,
  program: (call) =>
    `<?php // ${mustBeSet(call, "Needs PHP's curl extension.")}
$webhook = getenv('B24_WEBHOOK');
if (!$webhook) {
    fail('B24_WEBHOOK is not set');
}
${request(call, "$webhook")}
if ($body === false) {
    fail(curl_error($curl));
}
$reply = json_decode($body, true);
if (!is_array($reply)) {
    fail('HTTP ' . curl_getinfo($curl, CURLINFO_RESPONSE_CODE) . ', no JSON');
}
${phpReport(call)}
function fail(string $message): void
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}
`,
};

/** What a program does with `$reply`, an array: prints the result, or ends with the portal's code. */
export function phpReport({ method }: ShownCall): string {
  return `if (isset($reply['error'])) {
    fail($reply['error'] . ': ' . ($reply['error_description'] ?? ''));
}
echo json_encode(${phpResult(method)}, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), PHP_EOL;
${method === "batch" ? phpRefusals("$reply['result']") : ""}`;
}

function phpResult(method: string): string {
  return method === "batch" ? "$reply['result']['result']" : "$reply['result']";
}

/** The calls of a batch that were refused end the program, once the others are printed. */
export function phpRefusals(batch: string): string {
  return `foreach (${batch}['result_error'] as $name => $error) {
    fwrite(STDERR, $name . ': ' . $error['error'] . PHP_EOL);
}
if (${batch}['result_error']) {
    exit(1);
}
`;
}
