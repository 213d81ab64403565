<?php
// Stands for bitrix24/b24phpsdk: what a snippet names of it, and no more.
namespace Bitrix24\SDK\Core\Exceptions {
    class BaseException extends \Exception
    {
    }
}

namespace Bitrix24\SDK\Services {
    use Bitrix24\SDK\Core\Exceptions\BaseException;

    class ServiceBuilderFactory
    {
        public static function createServiceBuilderFromWebhook(string $webhookUrl)
        {
            $builder = new \stdClass();
            $builder->core = new Core($webhookUrl);
            return $builder;
        }
    }

    class Core
    {
        public function __construct(private string $webhookUrl)
        {
        }

        public function call(string $apiMethod, array $parameters = [])
        {
            $curl = curl_init(rtrim($this->webhookUrl, '/') . '/' . $apiMethod . '/');
            curl_setopt_array($curl, [
                CURLOPT_POSTFIELDS => json_encode($parameters),
                CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
                CURLOPT_RETURNTRANSFER => true,
            ]);
            $reply = json_decode(curl_exec($curl), true);
            if (isset($reply['error'])) {
                throw new BaseException($reply['error'] . ' - ' . $reply['error_description']);
            }
            return new Response($reply['result']);
        }
    }

    class Response
    {
        public function __construct(private array $result)
        {
        }

        public function getResponseData()
        {
            return $this;
        }

        public function getResult(): array
        {
            return $this->result;
        }
    }
}
