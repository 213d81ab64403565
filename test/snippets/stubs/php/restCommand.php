<?php
// Stands for the EchoBot's function, with the webhook in the place of the event's address and access.
function restCommand($method, array $params = [], array $auth = [])
{
    $curl = curl_init(rtrim(getenv('B24_WEBHOOK'), '/') . '/' . $method);
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => http_build_query(['auth' => $auth['access_token']] + $params),
        CURLOPT_RETURNTRANSFER => true,
    ]);
    return json_decode(curl_exec($curl), true);
}
