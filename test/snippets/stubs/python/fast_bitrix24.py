"""Stands for fast_bitrix24: what a snippet names of it, with its lower-case methods and its lost refusals."""

import json
import urllib.error
import urllib.request

from aiohttp import ClientResponseError


class Bitrix:
    def __init__(self, webhook, verbose=True):
        self.webhook = webhook.rstrip("/") + "/"

    def call(self, method, items=None, *, raw=False):
        assert raw
        url = self.webhook + method.lower()
        request = urllib.request.Request(
            url, data=json.dumps(items).encode(), headers={"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise ClientResponseError(error.code, url) from None

    def call_batch(self, params):
        assert {name.upper() for name in params} == {"HALT", "CMD"}
        return self.call("batch", params, raw=True)["result"]["result"]
