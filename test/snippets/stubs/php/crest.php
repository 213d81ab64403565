<?php
// Stands for CRest: the same two functions, the same form-encoded POST, the webhook from settings.php.
require_once __DIR__ . '/settings.php';

class CRest
{
    public static function call($method, $params = [])
    {
        $curl = curl_init(C_REST_WEB_HOOK_URL . $method . '.json');
        curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true]);
        if ($params) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($params));
        }
        return json_decode(curl_exec($curl), true);
    }

    public static function callBatch($calls, $halt = 0)
    {
        $cmd = array_map(function ($call) {
            return $call['method'] . '?' . http_build_query($call['params']);
        }, $calls);
        return static::call('batch', ['cmd' => $cmd, 'halt' => $halt]);
    }
}
