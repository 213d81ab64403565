<?php

declare(strict_types=1);

/**
 * Tells the pilot group how deliveries went. The webhook is a password: it comes from the environment.
 */
const PILOT_GROUP = 'chat29';
const DRIVERS_LOBBY = 'chat30';

function call(string $method, array $params): array
{
    $webhook = getenv('BITRIX24_WEBHOOK');
    if ($webhook === false) {
        throw new RuntimeException('Set BITRIX24_WEBHOOK to the URL of the inbound webhook.');
    }

    $request = curl_init(rtrim($webhook, '/') . '/' . $method . '.json');
    curl_setopt_array($request, [
        CURLOPT_POST => true,
        CURLOPT_POSTFIELDS => http_build_query($params),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 10,
    ]);
    $reply = json_decode((string) curl_exec($request), true);
    curl_close($request);

    return is_array($reply) ? $reply : [];
}

function reportDelivery(string $dialogId, string $parcel): void
{
    call('imbot.message.add', [
        'BOT_ID' => 39,
        'DIALOG_ID' => $dialogId,
        'MESSAGE' => "Parcel {$parcel} was delivered.",
    ]);
}

reportDelivery(PILOT_GROUP, 'NW-2041');
reportDelivery('chat210', 'NW-2042');
