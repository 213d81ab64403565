import { needsBotToken, paramsOf, type ShownCall } from "../../portal/methodCall";
import type { SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { php, phpText } from "../languages/php";

function request(call: ShownCall): string {
  return `$reply = restCommand(${phpText(call.method)}, ${literal(paramsOf(call), php)}, $_REQUEST['auth']);
if (isset($reply['error'])) {
    error_log($reply['error'] . ': ' . ($reply['error_description'] ?? ''));`;
}

/** The function of Bitrix24's EchoBot, which many bots still have. It speaks for the application of the event. */
export const restCommand: SnippetClient = {
  id: "restCommand",
  label: "restCommand (EchoBot)",
  languages: ["php"],
  limits: ["insideEventHandler"],
  misfitOf: (call) => (needsBotToken(call) ? "eventHasNoBotToken" : undefined),
  call: (call) =>
    `// Nothing to set: the event of an application brings its own access in $_REQUEST['auth'].
${request(call)}
} else {
    error_log(print_r($reply['result'], true));
}
`,
  program: (call) =>
    `<?php // Nothing to set: the event of an application brings its own access in $_REQUEST['auth'].
if (empty($_REQUEST['auth']['access_token'])) {
    error_log('No event of an application: access_token is missing');
    exit(1);
}
${request(call)}
    exit(1);
}
error_log(json_encode($reply['result'], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));

function restCommand(string $method, array $params, array $auth): array
{
    $curl = curl_init('https://' . $auth['domain'] . '/rest/' . $method);
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => http_build_query(['auth' => $auth['access_token']] + $params),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $body = curl_exec($curl);
    if ($body === false) {
        return ['error' => 'curl_error', 'error_description' => curl_error($curl)];
    }
    $reply = json_decode($body, true);
    return is_array($reply) ? $reply : ['error' => 'no_json'];
}
`,
};
